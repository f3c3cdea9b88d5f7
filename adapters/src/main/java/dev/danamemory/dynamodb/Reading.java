package dev.danamemory.dynamodb;

import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads runs of a conversation's turns. */
class Reading {
    private static final int READ_AT_ONCE = 500;

    private final Table table;
    private final Turns turns;

    Reading(Table table, Turns turns) {
        this.table = table;
        this.turns = turns;
    }

    /**
     * All turns with these numbers, which must be kept ones.
     *
     * @throws MovedException when there is a hole
     */
    List<Turn> range(View view, long from, long to) {
        return forwards(view, from, to, Long.MAX_VALUE);
    }

    /** As many of these turns from the first on as {@code maxBytes} hold, at least one. */
    List<Turn> forwards(View view, long from, long to, long maxBytes) {
        List<Turn> found = new ArrayList<>();
        long bytes = 0;
        Iterator<Slot> slots = forwards(view, from, to);
        long next = from;
        while (next <= to) {
            for (Turns.Sized sized : turnsOf(view, slots, next)) {
                long number = sized.turn().turnNumber();
                if (number < from || number > to) {
                    continue;
                }
                requireNext(view, number, next);
                bytes += sized.bytes();
                if (bytes > maxBytes && !found.isEmpty()) {
                    return found;
                }
                found.add(sized.turn());
                next++;
            }
        }
        return found;
    }

    /** As many of these turns up to the last as {@code maxBytes} hold, at least one; in order. */
    List<Turn> backwards(View view, long from, long to, long maxBytes) {
        List<Turn> reversed = new ArrayList<>();
        long bytes = 0;
        Iterator<Slot> slots = new Slots(table, range(view, 0, to, true, to - from + 1));
        long next = to;
        while (next >= from) {
            for (Turns.Sized sized : turnsOf(view, slots, next).reversed()) {
                long number = sized.turn().turnNumber();
                if (number < from || number > to) {
                    continue;
                }
                requireNext(view, number, next);
                bytes += sized.bytes();
                if (bytes > maxBytes && !reversed.isEmpty()) {
                    return reversed.reversed();
                }
                reversed.add(sized.turn());
                next--;
            }
        }
        return reversed.reversed();
    }

    /** The turn of that id among these, or nothing. */
    Optional<Turn> find(View view, long from, long to, String turnId) {
        Iterator<Slot> slots = from > to ? List.<Slot>of().iterator() : forwards(view, from, to);
        while (slots.hasNext()) {
            Slot slot = slots.next();
            boolean isPast = Keys.numberOf(slot.item().key().sort()) > to;
            if (isPast || slot instanceof Slot.Closed) {
                return Optional.empty();
            }
            if (slot instanceof Slot.One one && !one.turnId().equals(turnId)) {
                continue; // its content need not be read
            }
            for (Turns.Sized sized : turns.in(view.key(), slot)) {
                if (sized.turn().turnId().equals(turnId)) {
                    return Optional.of(sized.turn());
                }
            }
        }
        return Optional.empty();
    }

    private List<Turns.Sized> turnsOf(View view, Iterator<Slot> slots, long next) {
        List<Turns.Sized> found = slots.hasNext() ? turns.in(view.key(), slots.next()) : List.of();
        if (found.isEmpty()) {
            throw moved(view, next);
        }
        return found;
    }

    private static MovedException moved(View view, long number) {
        return new MovedException(Keys.turn(view.key(), view.root().epoch(), number));
    }

    private static void requireNext(View view, long number, long next) {
        if (number != next) {
            throw moved(view, next);
        }
    }

    private Iterator<Slot> forwards(View view, long from, long to) {
        long start = from <= view.root().history().log().blockedThrough() ? blockWith(view, from) : from;
        return new Slots(table, range(view, start, Looking.HIGHEST_NUMBER, false, to - from + 1));
    }

    /** Where the item stands that holds a turn, or the first turn before it that is there. */
    long blockWith(View view, long number) {
        return table.query(range(view, 0, number, true, 1)).items().stream()
                .findFirst()
                .map(item -> Keys.numberOf(item.key().sort()))
                .orElse(number);
    }

    private static Range range(View view, long from, long to, boolean isBackwards, long count) {
        String epoch = view.root().epoch();
        return new Range(
                Keys.conversation(view.key()),
                Keys.turn(epoch, from),
                Keys.turn(epoch, to),
                isBackwards,
                Math.clamp(count, 1, READ_AT_ONCE),
                null);
    }
}
