package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.StoreUnavailableException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a directory entry follow its conversation. An entry names the revision that it shows and takes no older one, so a
 * slow writer cannot set it back; where that does not decide, the entry is read first and the conversation after it. Since
 * an erase marks the conversation first, nobody can bring back what was erased.
 */
class EntryKeeping {
    private final Desk desk;

    EntryKeeping(Desk desk) {
        this.desk = desk;
    }

    /** Makes the entry say what this conversation, just changed, says. */
    void follow(View view) {
        Entry entry = Entry.of(view, desk.clock().instant());
        if (!put(view.key(), entry, EntryItem.isOlder(entry))) {
            align(view.header(), false);
        }
    }

    /** As {@link #follow}, for a turn that is stored already: an entry that stays behind is caught up by the next touch. */
    void followIfPossible(View view) {
        try {
            desk.contention().done(() -> follow(view));
        } catch (StoreUnavailableException theTurnIsStoredAllTheSame) {
            return;
        }
    }

    /**
     * Records activity in the entry.
     *
     * @return false when the conversation was erased
     */
    boolean touch(View view, Instant now) {
        Entry entry = Entry.of(view, now);
        return put(view.key(), entry, EntryItem.isOlder(entry)) || align(view.header(), true);
    }

    /** Makes the entry say what the conversation says now, whoever is right. */
    boolean align(ConversationHeader known, boolean isTouch) {
        return desk.contention().settle(round -> aligned(known, isTouch));
    }

    private Optional<Boolean> aligned(ConversationHeader known, boolean isTouch) {
        Optional<Item> there = desk.table().get(Keys.entry(known.key()));
        Optional<View> live = desk.looking().live(known);
        if (live.isEmpty()) {
            return Optional.of(false);
        }
        Instant now = desk.clock().instant();
        Entry entry = Entry.of(live.get(), activeAt(there.orElse(null), live.get(), isTouch, now));
        if (there.isPresent() && !isTouch && says(there.get(), entry)) {
            return Optional.of(true);
        }
        Condition condition = there.map(EntryItem::unchanged).orElseGet(Condition::nothing);
        return put(known.key(), entry, condition) ? Optional.of(true) : Optional.empty();
    }

    // activity goes on from that of the same conversation
    private static Instant activeAt(@Nullable Item there, View live, boolean isTouch, Instant now) {
        if (there == null || !live.root().birth().equals(there.optionalText(RootItem.BIRTH))) {
            return now;
        }
        Instant before = EntryItem.activeAt(there);
        Long shown = there.optionalNumber(RootItem.REVISION);
        boolean isNewer = shown != null && shown < live.root().revision();
        return (isTouch || isNewer) && now.isAfter(before) ? now : before;
    }

    private static boolean says(Item there, Entry entry) {
        try {
            return !Stub.isStub(there) && EntryItem.read(there).equals(entry);
        } catch (RuntimeException damage) {
            return false;
        }
    }

    private boolean put(ConversationKey key, Entry entry, Condition condition) {
        return desk.table().put(EntryItem.of(Keys.entry(key), entry), condition) instanceof PutResult.Stored;
    }
}
