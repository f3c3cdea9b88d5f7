package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.UserErasure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Erases a user: a tombstone first, by which whoever makes a conversation meanwhile notices; then every conversation is
 * marked, so that nothing is readable; then all is swept.
 */
class UserErasing {
    private static final Duration LAST_MOMENT = Duration.ofSeconds(2);

    private static final int LISTED = 1_000;

    private final Desk desk;
    private final Erasing erasing;
    private final OwnedKeys owned;

    UserErasing(Desk desk, Erasing erasing, OwnedKeys owned) {
        this.desk = desk;
        this.erasing = erasing;
        this.owned = owned;
    }

    private record Marked(ConversationKey key, Stub stub, long turns) {}

    UserErasure erase(UserId user) {
        desk.contention().done(() -> entomb(user));
        desk.contention().done(() -> desk.sweeps().announceUser(user));
        List<ConversationKey> keys = desk.contention().read(() -> owned.all(user));
        List<Marked> marked = new ArrayList<>();
        long unmarked = mark(keys, marked);
        return unmarked > 0 ? partly(unmarked, marked) : sweep(user, marked);
    }

    /** Lets creates that are under way know. */
    void entomb(UserId user) {
        desk.tombstones().erased(user, desk.clock().instant());
    }

    /** Marks as many as there is time for, and says how many are left. */
    private long mark(List<ConversationKey> keys, List<Marked> marked) {
        for (int i = 0; i < keys.size(); i++) {
            if (!desk.contention().hasTime()) {
                return left(keys, i);
            }
            ConversationKey key = keys.get(i);
            try {
                if (erasing.mark(key, head -> true) instanceof Marking.Marked done
                        && !erasing.isFinished(done.stub())) {
                    marked.add(new Marked(key, done.stub(), done.turns()));
                }
            } catch (StoreUnavailableException unavailable) {
                requireTimeIsOver(unavailable);
                return left(keys, i);
            }
        }
        return 0;
    }

    private static long left(List<ConversationKey> keys, int done) {
        return (long) keys.size() - done;
    }

    private static UserErasure partly(long unmarked, List<Marked> marked) {
        return new UserErasure(false, unmarked, marked.size(), turns(marked), 0);
    }

    private UserErasure sweep(UserId user, List<Marked> marked) {
        long archives = 0;
        for (Marked one : marked) {
            OptionalLong deleted = desk.contention().hasTime() ? finish(one) : OptionalLong.empty();
            if (deleted.isEmpty()) {
                return new UserErasure(false, 0, marked.size(), turns(marked), archives);
            }
            archives += deleted.getAsLong();
        }
        desk.contention().done(() -> removeDownloads(user));
        return new UserErasure(true, 0, marked.size(), turns(marked), archives);
    }

    private OptionalLong finish(Marked one) {
        try {
            return erasing.finish(one.key(), one.stub());
        } catch (StoreUnavailableException unavailable) {
            requireTimeIsOver(unavailable);
            return OptionalLong.empty();
        }
    }

    private void removeDownloads(UserId user) {
        String folder = desk.layout().ofUser("downloads", user);
        List<BlobEntry> entries;
        do {
            entries = desk.blobs().list(folder, "", LISTED).entries();
            entries.forEach(entry -> desk.blobs().remove(entry.key()));
        } while (!entries.isEmpty());
    }

    private static long turns(List<Marked> marked) {
        return marked.stream().mapToLong(Marked::turns).sum();
    }

    // else it is no matter of time, and who is told to go on would do so for ever
    private void requireTimeIsOver(StoreUnavailableException unavailable) {
        if (desk.contention().deadline().left().compareTo(LAST_MOMENT) > 0) {
            throw unavailable;
        }
    }
}
