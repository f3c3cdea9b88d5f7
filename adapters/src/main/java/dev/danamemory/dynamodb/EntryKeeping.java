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
            align(view.header());
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
     * @return the conversation that the entry now shows: a newer one if the entry knew more; nothing when it was erased
     */
    Optional<View> touch(View view, Instant now) {
        Entry entry = Entry.of(view, now);
        return put(view.key(), entry, EntryItem.isOlder(entry)) ? Optional.of(view) : align(view.header(), Use.TOUCHED);
    }

    /** Makes the entry say what the conversation says now, whoever is right. */
    void align(ConversationHeader known) {
        align(known, Use.CHANGED);
    }

    /** The same, for a change that is no use: the entry keeps its time, from which deleting counts. */
    void relabel(ConversationHeader known) {
        align(known, Use.NONE);
    }

    /** What is to be recorded as activity. */
    private enum Use {
        TOUCHED,
        /** If the entry did not know of it. */
        CHANGED,
        NONE
    }

    private Optional<View> align(ConversationHeader known, Use use) {
        return desk.contention().settle(round -> aligned(known, use));
    }

    private Optional<Optional<View>> aligned(ConversationHeader known, Use use) {
        Optional<Item> there = desk.table().get(Keys.entry(known.key()));
        Optional<View> live = desk.looking().live(known);
        if (live.isEmpty()) {
            return Optional.of(live);
        }
        Instant now = desk.clock().instant();
        Entry entry = Entry.of(live.get(), activeAt(there.orElse(null), live.get(), use, now));
        if (there.isPresent() && use != Use.TOUCHED && says(there.get(), entry)) {
            return Optional.of(live);
        }
        Condition condition = there.map(EntryItem::unchanged).orElseGet(Condition::nothing);
        return put(known.key(), entry, condition) ? Optional.of(live) : Optional.empty();
    }

    // activity goes on from that of the same conversation
    private static Instant activeAt(@Nullable Item there, View live, Use use, Instant now) {
        if (there == null || !live.root().birth().equals(there.optionalText(RootItem.BIRTH))) {
            return now;
        }
        Instant before = EntryItem.activeAt(there);
        Long shown = there.optionalNumber(RootItem.REVISION);
        boolean isNewer = shown != null && shown < live.root().revision();
        boolean isUse = use == Use.TOUCHED || (use == Use.CHANGED && isNewer);
        return isUse && now.isAfter(before) ? now : before;
    }

    private static boolean says(Item there, Entry entry) {
        try {
            return !Stub.isStub(there) && EntryItem.read(there).equals(entry);
        } catch (RuntimeException damage) {
            return false;
        }
    }

    private boolean put(ConversationKey key, Entry entry, Condition condition) {
        desk.agents().note(desk.table(), entry.shown().agentId(), desk.clock().instant());
        return desk.table().put(EntryItem.of(Keys.entry(key), entry), condition) instanceof PutResult.Stored;
    }
}
