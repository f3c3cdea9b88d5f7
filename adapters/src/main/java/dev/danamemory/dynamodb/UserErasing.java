package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.UserErasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Erases a user: a tombstone first, by which whoever makes a conversation meanwhile notices; then every conversation is
 * marked, so that nothing is readable; then all is swept.
 */
class UserErasing {
    private final Desk desk;
    private final Erasing erasing;
    private final OwnedKeys owned;

    UserErasing(Desk desk, Erasing erasing, OwnedKeys owned) {
        this.desk = desk;
        this.erasing = erasing;
        this.owned = owned;
    }

    private record Ended(ConversationKey key, Erasing.Marked marked) {}

    UserErasure erase(UserId user) {
        desk.contention().done(() -> entomb(user));
        desk.contention().done(() -> desk.sweeps().announceUser(user));
        List<ConversationKey> keys = desk.contention().read(() -> owned.all(user));
        List<Ended> ended = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!isMarked(keys.get(i), ended)) {
                return new UserErasure(false, (long) keys.size() - i, ended.size(), turns(ended), 0);
            }
        }
        boolean isSwept = ended.stream().allMatch(this::isSwept);
        return new UserErasure(isSwept, 0, ended.size(), turns(ended), 0);
    }

    /** Lets creates that are under way know. */
    void entomb(UserId user) {
        desk.tombstones().erased(user, desk.clock().instant());
    }

    // false when time ran out
    private boolean isMarked(ConversationKey key, List<Ended> ended) {
        if (!desk.contention().hasTime()) {
            return false;
        }
        try {
            Optional<Erasing.Marked> marked = erasing.mark(key);
            marked.filter(one -> !erasing.isFinished(one.stub())).ifPresent(one -> ended.add(new Ended(key, one)));
            return true;
        } catch (StoreUnavailableException timeIsOver) {
            return false;
        }
    }

    private boolean isSwept(Ended one) {
        try {
            return desk.contention().hasTime()
                    && erasing.finish(one.key(), one.marked().stub());
        } catch (StoreUnavailableException timeIsOver) {
            return false;
        }
    }

    private static long turns(List<Ended> ended) {
        return ended.stream().mapToLong(one -> one.marked().turns()).sum();
    }
}
