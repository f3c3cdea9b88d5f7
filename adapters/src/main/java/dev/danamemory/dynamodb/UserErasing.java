package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.UserErasure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Erases a user: a tombstone first, by which whoever makes a conversation meanwhile notices; then every conversation is
 * marked, so that nothing is readable; then all is swept.
 */
class UserErasing {
    private static final Duration LAST_MOMENT = Duration.ofSeconds(2);

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
        desk.contention().done(() -> desk.notes().announceUser(user));
        List<ConversationKey> keys = desk.contention().read(() -> owned.all(user));
        List<Ended> ended = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!isMarked(keys.get(i), ended)) {
                return new UserErasure(false, (long) keys.size() - i, ended.size(), turns(ended), 0);
            }
        }
        return sweep(ended);
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
        } catch (StoreUnavailableException unavailable) {
            requireTimeIsOver(unavailable);
            return false;
        }
    }

    private UserErasure sweep(List<Ended> ended) {
        long archives = 0;
        for (Ended one : ended) {
            OptionalLong deleted = swept(one);
            if (deleted.isEmpty()) {
                return new UserErasure(false, 0, ended.size(), turns(ended), archives);
            }
            archives += deleted.getAsLong();
        }
        return new UserErasure(true, 0, ended.size(), turns(ended), archives);
    }

    // nothing when time ran out
    private OptionalLong swept(Ended one) {
        try {
            return desk.contention().hasTime()
                    ? erasing.finish(one.key(), one.marked().stub())
                    : OptionalLong.empty();
        } catch (StoreUnavailableException unavailable) {
            requireTimeIsOver(unavailable);
            return OptionalLong.empty();
        }
    }

    private static long turns(List<Ended> ended) {
        return ended.stream().mapToLong(one -> one.marked().turns()).sum();
    }

    // else it is no matter of time, and who is told to go on would do so for ever
    private void requireTimeIsOver(StoreUnavailableException unavailable) {
        if (desk.contention().deadline().left().compareTo(LAST_MOMENT) > 0) {
            throw unavailable;
        }
    }
}
