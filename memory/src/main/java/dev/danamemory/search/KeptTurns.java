package dev.danamemory.search;

import dev.danamemory.model.Turn;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Turns on hand: of those added, the last ones that together have at most {@value #MOST_CHARS} characters of text. */
final class KeptTurns {
    static final long MOST_CHARS = 8L << 20;

    private final Map<Long, Turn> byNumber = new HashMap<>();
    private final Deque<Turn> inOrder = new ArrayDeque<>();
    private long chars;

    void add(Turn turn) {
        byNumber.put(turn.turnNumber(), turn);
        inOrder.addLast(turn);
        chars += size(turn);
        while (chars > MOST_CHARS) {
            Turn oldest = inOrder.removeFirst();
            byNumber.remove(oldest.turnNumber());
            chars -= size(oldest);
        }
    }

    Optional<Turn> turn(long number) {
        return Optional.ofNullable(byNumber.get(number));
    }

    // steps may be as long as both texts, and are not worth measuring
    private static long size(Turn turn) {
        long texts = (long) turn.userInput().length() + turn.agentResponse().length();
        return texts + (turn.steps().isEmpty() ? 0 : Turn.LONGEST_TEXT);
    }
}
