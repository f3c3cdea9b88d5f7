package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Deletes what belongs to epochs that are over, and turns that the archive holds. For an hour, until the last late write
 * has come in, fences stay, and a keeper in the place of every turn of the last hour: a writer that loaded before must not
 * find its place free.
 */
class Sweeps {
    static final Duration LATE = Duration.ofHours(1);
    /** How old something is that nobody can be at any more; less than an hour, for notes come before what they tell of. */
    static final Duration SETTLED = Duration.ofMinutes(50);

    private static final int READ_AT_ONCE = 1_000;

    private final Table table;
    private final ArchivedTurns archive;
    private final InstantSource clock;

    Sweeps(Table table, ArchivedTurns archive, InstantSource clock) {
        this.table = table;
        this.archive = archive;
        this.clock = clock;
    }

    /**
     * Deletes everything of the conversation's epochs that began with this generation or an earlier one.
     *
     * @return how many archives were among it; nothing when time ran out
     */
    OptionalLong sweep(ConversationKey key, long throughGeneration, Contention contention) {
        String partition = Keys.conversation(key);
        for (String kind : Keys.OF_EPOCHS) {
            Range range = Range.forwards(partition, kind, kind + Epoch.start(throughGeneration + 1), READ_AT_ONCE);
            if (!sweep(range, contention)) {
                return OptionalLong.empty();
            }
        }
        long archives = archive.sweep(key, throughGeneration);
        return archives < 0 ? OptionalLong.empty() : OptionalLong.of(archives);
    }

    /**
     * Deletes everything of other epochs than a conversation's own: earlier ones, and those behind it that began more
     * than an hour ago, of imports that broke off.
     *
     * @return whether that is done, or time ran out
     */
    boolean sweepAround(View view, Contention contention) {
        String partition = Keys.conversation(view.key());
        String epoch = view.root().epoch();
        String late = Epoch.start(clock.instant().minus(SETTLED).toEpochMilli());
        for (String kind : Keys.OF_EPOCHS) {
            Range earlier = Range.forwards(partition, kind, kind + epoch, READ_AT_ONCE);
            Range later = Range.forwards(partition, kind + epoch + "~", kind + late, READ_AT_ONCE);
            if (!sweep(earlier, contention) || (late.compareTo(epoch) > 0 && !sweep(later, contention))) {
                return false;
            }
        }
        return archive.sweep(view.key(), Epoch.generation(epoch).orElseThrow() - 1) >= 0;
    }

    /**
     * Frees the places of turns that are in the archive, their parts first, for only the turns name those.
     *
     * @param through the last of them
     * @return whether that is done, or time ran out
     */
    boolean free(ConversationKey key, String epoch, long through, Contention contention) {
        Range range =
                Range.forwards(Keys.conversation(key), Keys.turn(epoch, 0), Keys.turn(epoch, through), READ_AT_ONCE);
        for (Range next = range; next != null; ) {
            ItemPage page = table.query(next);
            List<ItemKey> parts = new ArrayList<>();
            page.items().forEach(item -> parts.addAll(partsOf(key, epoch, item)));
            if (!delete(parts, contention) || !sweep(page.items(), contention)) {
                return false;
            }
            next = page.next() == null ? null : range.after(page.next());
        }
        return true;
    }

    private static List<ItemKey> partsOf(ConversationKey key, String epoch, Item item) {
        if (isWatch(item)) {
            return List.of();
        }
        try {
            List<ItemKey> parts = new ArrayList<>(Body.of(item).places(key, epoch));
            Body.replaced(item).forEach(body -> parts.addAll(body.places(key, epoch)));
            return parts;
        } catch (RuntimeException damage) {
            throw Damage.of(item.key(), damage);
        }
    }

    /** Deletes these, whatever they are; false when time ran out. */
    boolean delete(List<ItemKey> keys, Contention contention) {
        for (int from = 0; from < keys.size(); from += Writes.MOST) {
            List<ItemKey> some = keys.subList(from, Math.min(keys.size(), from + Writes.MOST));
            if (!write(some, List.of(), contention)) {
                return false;
            }
        }
        return true;
    }

    /** Deletes everything of one epoch, which nobody knows. */
    void sweepEpoch(ConversationKey key, String epoch, Contention contention) {
        for (String kind : Keys.OF_EPOCHS) {
            sweep(Range.forwards(Keys.conversation(key), kind + epoch, kind + epoch + "~", READ_AT_ONCE), contention);
        }
    }

    private boolean sweep(Range range, Contention contention) {
        for (Range next = range; next != null; ) {
            if (!contention.hasTime()) {
                return false;
            }
            ItemPage page = table.query(next);
            if (!sweep(page.items(), contention)) {
                return false;
            }
            next = page.next() == null ? null : range.after(page.next());
        }
        return true;
    }

    private boolean sweep(List<Item> items, Contention contention) {
        List<ItemKey> deleted = new ArrayList<>();
        List<Item> kept = new ArrayList<>();
        for (Item item : items) {
            if (isWatch(item) && isLate(item)) {
                continue;
            }
            if (isRecent(item)) {
                kept.add(keeper(item));
            } else {
                deleted.add(item.key());
            }
            if (deleted.size() + kept.size() == Writes.MOST) {
                if (!write(deleted, kept, contention)) {
                    return false;
                }
                deleted.clear();
                kept.clear();
            }
        }
        return write(deleted, kept, contention);
    }

    /** Whether it guards the place that it stands in. */
    private static boolean isWatch(Item item) {
        String kind = item.optionalText(Slot.KIND);
        return Slot.KEEPER.equals(kind) || Slot.FENCE.equals(kind);
    }

    /** Whether it is a turn of the last hour: a writer that loaded before it was stored may still come. */
    boolean isRecent(Item item) {
        return !isWatch(item) && item.has(Slot.TURN_ID) && isLate(item);
    }

    private boolean isLate(Item item) {
        Long activeAt = item.optionalNumber(Running.ACTIVE_AT);
        return activeAt != null && Micros.instant(activeAt).plus(LATE).isAfter(clock.instant());
    }

    private static Item keeper(Item turn) {
        return Item.at(turn.key())
                .text(Slot.KIND, Slot.KEEPER)
                .text(Slot.TURN_ID, turn.text(Slot.TURN_ID))
                .number(Running.ACTIVE_AT, turn.number(Running.ACTIVE_AT))
                .build();
    }

    private boolean write(List<ItemKey> deleted, List<Item> kept, Contention contention) {
        Writes left = new Writes(deleted, kept);
        while (left.size() > 0) {
            if (!contention.hasTime()) {
                return false;
            }
            left = table.write(left);
        }
        return true;
    }
}
