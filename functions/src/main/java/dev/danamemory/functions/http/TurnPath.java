package dev.danamemory.functions.http;

import dev.danamemory.model.Ids;
import dev.danamemory.store.TurnRef;

/** The turn that a request's path names. */
public final class TurnPath {
    private TurnPath() {}

    /**
     * By number or by id: digits are always a number.
     *
     * @throws ProblemException 404 when the number is longer than any turn's
     */
    public static TurnRef of(Request request) {
        String turn = request.pathParameter("turn");
        if (!Ids.isNumber(turn)) {
            return new TurnRef.ById(turn);
        }
        if (turn.length() > Query.LONGEST_WHOLE) {
            throw new ProblemException(Problem.noTurn());
        }
        return new TurnRef.ByNumber(Long.parseLong(turn));
    }
}
