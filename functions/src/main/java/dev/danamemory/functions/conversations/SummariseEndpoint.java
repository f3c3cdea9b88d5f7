package dev.danamemory.functions.conversations;

import dev.danamemory.Summarising;
import dev.danamemory.SummaryResult;
import dev.danamemory.SummarySource;
import dev.danamemory.chat.Summarisers;
import dev.danamemory.dana.DanaFileCodec;
import dev.danamemory.dana.SummaryJson;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Conflicts;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Request;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import dev.danamemory.model.Turn;
import org.jspecify.annotations.Nullable;

/** {@code POST /conversations/{id}/summaries}. */
record SummariseEndpoint(Ports ports) implements Endpoint {

    private record Wish(@Nullable Long endTurn, @Nullable String content) {
        static Wish read(Request request) {
            Faults faults = new Faults();
            Fields fields = request.fields(faults);
            Long endTurn = fields.whole("end_turn", 1, DanaFileCodec.HIGHEST_TURN);
            String content = fields.text("content", Turn.LONGEST_TEXT);
            if (content != null && content.isBlank()) {
                fields.fault("content", "must not be blank; leave it out to have the turns summarised");
            }
            faults.throwIfAny();
            return new Wish(endTurn, content);
        }
    }

    @Override
    public Answer answer(Request request) {
        Wish wish = Wish.read(request);
        SummarySource source = wish.content() == null ? made(request) : new SummarySource.Given(wish.content());
        SummaryResult result = new Summarising(() -> ports.storeFor(request), ports.ids(), ports.clock())
                .summarise(request.conversation(), wish.endTurn(), source);
        return switch (result) {
            case SummaryResult.Stored stored -> Answer.of(201, SummaryJson.answer(stored.summary()));
            case SummaryResult.Present present -> Answer.ok(SummaryJson.answer(present.summary()));
            case SummaryResult.Refusal refusal -> throw new ProblemException(problem(refusal));
        };
    }

    private SummarySource made(Request request) {
        Summarisers summarisers = new Summarisers(ports.agents(), ports.assembler(), ports.ids());
        return new SummarySource.Made(conversation -> summarisers.of(conversation, request.deadline()));
    }

    private static Problem problem(SummaryResult.Refusal refusal) {
        return switch (refusal) {
            case SummaryResult.NoConversation none -> Problem.noConversation();
            case SummaryResult.AboveTheLastTurn above ->
                Problem.invalid("end_turn", "must not be above the last turn, " + above.lastTurn());
            case SummaryResult.NothingToTell nothing ->
                Problem.invalid("there is nothing to summarise: no turn that says anything is without a summary");
            case SummaryResult.RangeTaken taken ->
                Conflicts.range("the turns up to end_turn are summarised already, in another range or other words;"
                        + " name a later end_turn, or none");
            case SummaryResult.Cleared cleared ->
                Conflicts.conversationCleared(
                        "the conversation was cleared meanwhile, so nothing of before was summarised");
            case SummaryResult.Redacted redacted ->
                Conflicts.turnGone("a turn was redacted meanwhile, so the content was not stored; send one without it");
        };
    }
}
