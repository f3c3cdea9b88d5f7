package dev.danamemory.dynamodb;

import dev.danamemory.model.Turn;
import java.util.List;

/** Copies turns of a conversation to the archive. */
record ArchiveCopy(Desk desk, Reading reading, View view) {
    private static final int MOST = 500;
    private static final long LARGEST = 4L << 20;

    /**
     * Copies these turns, or fewer: those that stand in one item with turns that stay, stay too.
     *
     * @return the number of the last that was copied; the one before the first when none was
     */
    long copy(long first, long last) {
        long to = desk.contention().read(() -> wholeItems(first, last));
        long next = first;
        while (next <= to) {
            long from = next;
            List<Turn> run =
                    desk.contention().read(() -> reading.forwards(view, from, Math.min(to, from + MOST - 1), LARGEST));
            desk.archive().store(view.header(), run);
            next = run.getLast().turnNumber() + 1;
        }
        return to;
    }

    // the item that holds the turn behind the last one tells
    private long wholeItems(long first, long last) {
        boolean isSingle = last >= view.root().history().log().blockedThrough();
        return isSingle ? last : Math.max(first - 1, reading.blockWith(view, last + 1) - 1);
    }
}
