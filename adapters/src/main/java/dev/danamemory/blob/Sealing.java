package dev.danamemory.blob;

import dev.danamemory.model.Turn;
import java.util.List;

/**
 * Lets a head go of its oldest turns once they are safe in a block. What is let go depends on the stored head and the
 * window, never on the turn to come, so that writers who race or crash seal the same block.
 */
class Sealing {
    static final int SMALLEST_KEPT = 20;
    private static final long LARGEST_HEAD = 4L << 20;
    private static final long RELIEVED_HEAD = 3L << 20;
    // JSON escapes make of a character at most that many bytes
    private static final int WORST_BYTES = 6;

    private final Blocks blocks;

    Sealing(Blocks blocks) {
        this.blocks = blocks;
    }

    /** The head without the turns that it can do without, these being sealed. */
    Head relieve(Head head, int window) {
        int leaving = leaving(head.turns(), Math.max(SMALLEST_KEPT, window));
        if (leaving == 0) {
            return head;
        }
        blocks.sealTurns(head.header(), head.turns().subList(0, leaving));
        return head.withTurns(head.turns().subList(leaving, head.turns().size()));
    }

    private static int leaving(List<Turn> turns, int kept) {
        if (turns.size() >= kept + Blocks.LONGEST) {
            return Blocks.LONGEST;
        }
        return worstSize(turns) > LARGEST_HEAD && size(turns) > LARGEST_HEAD ? leavingBySize(turns) : 0;
    }

    private static int leavingBySize(List<Turn> turns) {
        int leaving = 0;
        long left = size(turns);
        while (left > RELIEVED_HEAD && leaving < Blocks.LONGEST && leaving < turns.size() - 1) {
            left -= size(turns.subList(leaving, leaving + 1));
            leaving++;
        }
        return leaving;
    }

    private static long worstSize(List<Turn> turns) {
        long size = 0;
        for (Turn turn : turns) {
            size += worstSize(turn);
        }
        return size;
    }

    private static long worstSize(Turn turn) {
        boolean texts = turn.steps().isEmpty() && turn.more().isEmpty();
        return texts
                ? (long) WORST_BYTES
                                * (turn.userInput().length()
                                        + turn.agentResponse().length())
                        + Turn.LARGEST_METADATA
                : LARGEST_HEAD;
    }

    private static long size(List<Turn> turns) {
        return turns.stream().mapToLong(TurnSize::of).sum();
    }
}
