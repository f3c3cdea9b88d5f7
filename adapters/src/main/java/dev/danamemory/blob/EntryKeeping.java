package dev.danamemory.blob;

import dev.danamemory.model.InstantText;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.StoreUnavailableException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets a list entry follow its head. Whoever changed the head writes the entry anew: from the head that was read *after*
 * the entry, on condition of the entry's version. So a slow writer cannot set it back, and, since erasing marks the head
 * first, nobody can bring back what was erased.
 */
class EntryKeeping {
    private final Desk desk;

    EntryKeeping(Desk desk) {
        this.desk = desk;
    }

    /** What a touch found. */
    sealed interface Kept {
        /** The conversation is there; the entry's version now, or null when it has none. */
        record There(@Nullable String version) implements Kept {}

        /** The conversation was erased. */
        record Gone() implements Kept {}
    }

    /**
     * Makes the entry say what this head, just stored, says.
     *
     * @param known the version which the entry had for the head before, or null; while it still has that one nothing
     *     needs to be read
     */
    void follow(ConversationHeader header, @Nullable String known) {
        if (known == null || write(header, known).isEmpty()) {
            // also where it says so already: who is about to write what an older head says must lose
            align(header, true);
        }
    }

    /** Makes the entry say what the head says unless it does, for who has not changed the head. */
    void repair(ConversationHeader header) {
        align(header, false);
    }

    /** As {@link #follow}, for a turn that is stored already: an entry that stays behind is caught up by the next touch. */
    void followIfPossible(ConversationHeader header, @Nullable String known) {
        try {
            desk.contention().done(() -> follow(header, known));
        } catch (StoreUnavailableException theTurnIsStoredAllTheSame) {
            return;
        }
    }

    /** Records activity in the entry. */
    Kept touch(ConversationHeader header, @Nullable String known) {
        Optional<String> written = known == null ? Optional.empty() : write(header, known);
        return written.<Kept>map(Kept.There::new).orElseGet(() -> align(header, true));
    }

    private Kept align(ConversationHeader header, boolean always) {
        return desk.contention().settle(round -> aligned(header, always));
    }

    private Optional<Kept> aligned(ConversationHeader known, boolean always) {
        EntryState state = desk.entries().look(known.key());
        Optional<Found.Live> live = desk.heads().live(known);
        if (live.isEmpty()) {
            return Optional.of(new Kept.Gone());
        }
        ConversationHeader header = live.get().head().header();
        return switch (state) {
            case EntryState.None none -> Optional.of(new Kept.There(null));
            case EntryState.Damaged damaged -> replace(header, damaged.version());
            case EntryState.Erased erased -> replace(header, erased.version());
            case EntryState.Live entry
            when !always && entry.entry().says(header) -> Optional.of(new Kept.There(entry.version()));
            case EntryState.Live entry -> replace(header, entry.version());
        };
    }

    private Optional<Kept> replace(ConversationHeader header, String version) {
        return write(header, version).map(Kept.There::new);
    }

    private Optional<String> write(ConversationHeader header, String version) {
        ListEntry entry = ListEntry.of(header, InstantText.of(desk.clock().instant()));
        return desk.entries().put(header.key(), entry, new Condition.Match(version)) instanceof PutResult.Stored stored
                ? Optional.of(stored.version())
                : Optional.empty();
    }
}
