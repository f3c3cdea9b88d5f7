package dev.danamemory.dynamodb;

import dev.danamemory.model.Turn;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Reads runs of a conversation's turns: those that are archived from the archive, all others from the table. */
class Reading {
    private static final int READ_AT_ONCE = 500;

    private final Table table;
    private final Turns turns;
    private final ArchivedTurns archive;

    Reading(Table table, Turns turns, ArchivedTurns archive) {
        this.table = table;
        this.turns = turns;
        this.archive = archive;
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
        SizedPage page = new SizedPage(maxBytes);
        long archived = Math.min(to, archivedThrough(view));
        long next = from;
        while (next <= archived && !page.isFull()) {
            List<Turns.Sized> run = archive.forwards(view, next, archived);
            run.forEach(page::add);
            next += run.size();
        }
        Iterator<Slot> slots = page.isFull() ? List.<Slot>of().iterator() : forwards(view, next, to);
        while (next <= to && !page.isFull()) {
            for (Turns.Sized sized : turnsOf(view, slots, next)) {
                long number = sized.turn().turnNumber();
                if (number >= from && number <= to) {
                    requireNext(view, number, next++);
                    page.add(sized);
                }
            }
        }
        return page.turns();
    }

    /** As many of these turns up to the last as {@code maxBytes} hold, at least one; in order. */
    List<Turn> backwards(View view, long from, long to, long maxBytes) {
        SizedPage page = new SizedPage(maxBytes);
        long archived = archivedThrough(view);
        Iterator<Slot> slots = to <= archived
                ? List.<Slot>of().iterator()
                : new Slots(table, range(view, archived + 1, to, true, to - from + 1));
        long next = to;
        while (next >= from && next > archived && !page.isFull()) {
            for (Turns.Sized sized : turnsOf(view, slots, next).reversed()) {
                long number = sized.turn().turnNumber();
                if (number >= from && number <= to) {
                    requireNext(view, number, next--);
                    page.add(sized);
                }
            }
        }
        while (next >= from && !page.isFull()) {
            List<Turns.Sized> run = archive.backwards(view, from, next);
            run.reversed().forEach(page::add);
            next -= run.size();
        }
        return page.turns().reversed();
    }

    /**
     * The turn of that id among these, or nothing; also where the epoch ends before.
     *
     * @throws MovedException when there is a hole
     */
    Optional<Turn> find(View view, long from, long to, String turnId) {
        long archived = Math.min(to, archivedThrough(view));
        long next = from;
        while (next <= archived) {
            List<Turns.Sized> run = archive.forwards(view, next, archived);
            Optional<Turn> found = among(run, turnId);
            if (found.isPresent()) {
                return found;
            }
            next += run.size();
        }
        return findInTable(view, next, to, turnId);
    }

    private Optional<Turn> findInTable(View view, long from, long to, String turnId) {
        Iterator<Slot> slots = forwards(view, from, to);
        long next = from;
        while (next <= to) {
            if (!slots.hasNext()) {
                throw moved(view, next);
            }
            Slot slot = slots.next();
            switch (slot) {
                case Slot.Closed _ -> {
                    return Optional.empty();
                }
                case Slot.Keeper _ -> throw moved(view, next);
                case Slot.One one -> requireNext(view, one.number(), next++);
                case Slot.Block block -> next = block.last() + 1;
            }
            // the content of others need not be read
            boolean isOther = slot instanceof Slot.One one && !one.turnId().equals(turnId);
            Optional<Turn> found = isOther ? Optional.empty() : among(turns.in(view.key(), slot), turnId);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Turn> among(List<Turns.Sized> turns, String turnId) {
        return turns.stream()
                .map(Turns.Sized::turn)
                .filter(turn -> turn.turnId().equals(turnId))
                .findFirst();
    }

    private static long archivedThrough(View view) {
        return view.root().history().archived().through();
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
        if (from > to) {
            return List.<Slot>of().iterator();
        }
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
