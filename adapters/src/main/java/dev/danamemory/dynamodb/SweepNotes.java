package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ConversationHeader;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Word that protocols leave for cleanup, to sweep once more an hour later. Each is written before anything else of its
 * protocol: one written last is lost with a crash.
 */
final class SweepNotes {
    private static final int READ_AT_ONCE = 1_000;
    private static final String FIRST = "0";
    // behind the nonce of whatever is due in the same second
    private static final String LAST = "~";
    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Table table;
    private final NewIds ids;
    private final InstantSource clock;

    SweepNotes(Table table, NewIds ids, InstantSource clock) {
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param reason {@code archive}, {@code clear}, {@code delete}, {@code erase} or {@code import} */
    void announce(ConversationKey key, String reason) {
        put(new SweepNote(reason, key.user(), key.conversationId(), due(), null));
    }

    /** Leaves word that a turn of that epoch is redacted. */
    void announceRedaction(ConversationHeader header, long number) {
        ConversationKey key = header.key();
        var redacted = new SweepNote.Redacted(header.epoch(), number);
        put(new SweepNote("redact", key.user(), key.conversationId(), due(), redacted));
    }

    /** Leaves word that all of a user's is to be swept. */
    void announceUser(UserId user) {
        put(new SweepNote("user", user, null, due(), null));
    }

    private Instant due() {
        return clock.instant().plus(Sweeps.LATE);
    }

    private void put(SweepNote note) {
        ItemKey place = Keys.sweep(note.user(), DUE.format(note.due()), ids.nonce());
        table.put(note.item(place), Condition.nothing());
    }

    /** The notes of a shard that are due, the oldest first. */
    List<Item> due(int shard) {
        List<Item> due = new ArrayList<>();
        String now = DUE.format(clock.instant());
        Range range = Range.forwards(Keys.sweeps(shard), FIRST, now + LAST, READ_AT_ONCE);
        for (Range next = range; next != null; ) {
            ItemPage page = table.query(next);
            due.addAll(page.items());
            next = page.next() == null ? null : range.after(page.next());
        }
        return due;
    }

    /** Takes back word that was followed. */
    void remove(ItemKey note) {
        Writes left = new Writes(List.of(note), List.of());
        while (left.size() > 0) {
            left = table.write(left);
        }
    }
}
