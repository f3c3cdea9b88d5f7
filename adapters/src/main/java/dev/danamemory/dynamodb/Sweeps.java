package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.UserId;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Deletes what belongs to epochs that are over, and leaves word for cleanup to do so once more an hour later, when the
 * last late write has come in. Until then fences stay, and a keeper in the place of every turn of the last hour: a writer
 * that loaded before must not find its place free.
 */
class Sweeps {
    static final Duration LATE = Duration.ofHours(1);
    private static final int READ_AT_ONCE = 1_000;
    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Table table;
    private final NewIds ids;
    private final InstantSource clock;

    Sweeps(Table table, NewIds ids, InstantSource clock) {
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Leaves word. Written before anything else of a protocol: an entry written last is lost with a crash.
     *
     * @param reason {@code clear}, {@code erase}, {@code import} or {@code redact}
     * @param turn number of the turn that is redacted, or null
     */
    void announce(ConversationKey key, String reason, @Nullable Long turn) {
        note(
                key.user(),
                item -> item.text("reason", reason)
                        .text("conversation", key.conversationId())
                        .number("turn", turn));
    }

    /** Leaves word that all of a user's is to be swept. */
    void announceUser(UserId user) {
        note(user, item -> item.text("reason", "user"));
    }

    private void note(UserId user, UnaryOperator<Item.Builder> more) {
        String due = DUE.format(clock.instant().plus(LATE));
        Item.Builder note = Item.at(Keys.sweep(user, due, ids.nonce()))
                .text("user", user.value())
                .text("due", due);
        table.put(more.apply(note).build(), Condition.nothing());
    }

    /**
     * Deletes everything of the conversation's epochs that began with this generation or an earlier one.
     *
     * @return whether that is done, or time ran out
     */
    boolean sweep(ConversationKey key, long throughGeneration, Contention contention) {
        String partition = Keys.conversation(key);
        for (String kind : Keys.OF_EPOCHS) {
            Range range = Range.forwards(partition, kind, kind + Epoch.start(throughGeneration + 1), READ_AT_ONCE);
            if (!sweep(range, contention)) {
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
            if (isWatch(item)) {
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

    /** Whether a writer that loaded before it was stored may still come. */
    boolean isRecent(Item item) {
        Long activeAt = item.optionalNumber(Running.ACTIVE_AT);
        return activeAt != null
                && item.has(Slot.TURN_ID)
                && Micros.instant(activeAt).plus(LATE).isAfter(clock.instant());
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
