package dev.danamemory.blob;

import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.TurnArchive;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads runs of turns from a head and its blocks.
 */
class Reading {
    private final Blocks blocks;
    private final TurnArchive archive;
    private final Layout layout;

    Reading(Blocks blocks, TurnArchive archive, Layout layout) {
        this.blocks = blocks;
        this.archive = archive;
        this.layout = layout;
    }

    /**
     * All turns with these numbers, which must be kept ones.
     *
     * @throws TurnsMovedException when there is a hole
     */
    List<Turn> range(Head head, long from, long to) {
        List<Turn> turns = there(head, from, to);
        requireWhole(turns, from, to);
        return turns;
    }

    /** The turns with these numbers that are there; a hole means that they were archived or swept meanwhile. */
    List<Turn> there(Head head, long from, long to) {
        List<Turn> turns = new ArrayList<>();
        long archived = head.marks().archivedThrough();
        if (from <= archived) {
            turns.addAll(archive.turns(head.header(), from, Math.min(to, archived)));
        }
        long cold = Math.max(from, archived + 1);
        if (cold <= to && cold < head.firstHot()) {
            turns.addAll(blocks.turns(head.header(), cold, Math.min(to, head.firstHot() - 1)));
        }
        head.turns().stream()
                .filter(turn -> turn.turnNumber() >= from && turn.turnNumber() <= to)
                .forEach(turns::add);
        return turns;
    }

    /** As many of these turns from the first on as {@code maxBytes} hold, at least one. */
    List<Turn> forwards(Head head, long from, long to, long maxBytes) {
        List<Turn> turns = new ArrayList<>();
        long bytes = 0;
        for (long next = from; next <= to; next = turns.getLast().turnNumber() + 1) {
            for (Turn turn : range(head, next, runEnd(head, next, to))) {
                bytes += TurnSize.of(turn);
                if (bytes > maxBytes && !turns.isEmpty()) {
                    return turns;
                }
                turns.add(turn);
            }
        }
        return turns;
    }

    /** As many of these turns up to the last as {@code maxBytes} hold, at least one; in order. */
    List<Turn> backwards(Head head, long from, long to, long maxBytes) {
        List<Turn> reversed = new ArrayList<>();
        long bytes = 0;
        for (long next = to; next >= from; next = reversed.getLast().turnNumber() - 1) {
            for (Turn turn : range(head, runStart(head, next, from), next).reversed()) {
                bytes += TurnSize.of(turn);
                if (bytes > maxBytes && !reversed.isEmpty()) {
                    return reversed.reversed();
                }
                reversed.add(turn);
            }
        }
        return reversed.reversed();
    }

    // blocks are read a few at a time, so that a page of large turns does not read what it cannot hold
    private static final int RUN = 5 * Blocks.LONGEST;

    private static long runEnd(Head head, long next, long to) {
        return next >= head.firstHot() ? to : Math.min(to, Math.min(next + RUN, head.firstHot()) - 1);
    }

    private static long runStart(Head head, long next, long from) {
        return next >= head.firstHot() ? Math.max(from, head.firstHot()) : Math.max(from, next - RUN + 1);
    }

    /** The name of what is damaged when turns stay missing. */
    String place(ConversationHeader header) {
        return layout.blocks(header.key(), header.epoch());
    }

    private static void requireWhole(List<Turn> turns, long from, long to) {
        boolean begins = turns.isEmpty() || turns.getFirst().turnNumber() == from;
        if (!begins || turns.size() != Math.max(0, to - from + 1)) {
            throw new TurnsMovedException();
        }
    }
}
