package dev.danamemory.store.reference;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.OwnedPage;
import dev.danamemory.store.UserErasure;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.reference.Cells.Cell;
import dev.danamemory.store.reference.Value.Head;
import dev.danamemory.store.reference.Value.UserErased;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All of a user's conversations. */
record Users(Desk desk, Endings endings) {
    OwnedPage owned(UserId user, @Nullable String position, int limit) {
        List<ConversationKey> all = all(user).stream()
                .filter(key -> desk.raw(key)
                        .filter(cell -> cell.value() instanceof Head)
                        .isPresent())
                .toList();
        int from = position == null ? 0 : Integer.parseInt(position);
        int to = Math.min(all.size(), from + limit);
        return new OwnedPage(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }

    UserErasure erase(UserId user) {
        desk.backend().putAnyway(desk.names().erased(user), new UserErased(desk.now()));
        long conversations = 0;
        long turns = 0;
        for (ConversationKey key : all(user)) {
            long kept = desk.raw(key)
                    .map(cell ->
                            cell.value() instanceof Head head ? head.header().keptTurns() : 0L)
                    .orElse(0L);
            if (endings.erase(key) instanceof Erasure.Done) {
                conversations++;
                turns += kept;
            }
        }
        return new UserErasure(true, 0, conversations, turns, 0);
    }

    /** Erases what was made while all of its user's was erased. */
    void undoIfErased(ConversationKey key, Instant start) {
        Optional<Cell> erased = desk.backend().get(desk.names().erased(key.user()));
        if (desk.holds(Rule.CREATE_LOOKS_FOR_USER_ERASE)
                && erased.isPresent()
                && erased.get().value() instanceof UserErased(Instant at)
                && at.isAfter(start)) {
            endings.erase(key);
        }
    }

    private List<ConversationKey> all(UserId user) {
        String prefix = desk.names().conversations(user);
        return desk.backend().list(prefix).stream()
                .map(name -> new ConversationKey(user, name.substring(prefix.length())))
                .toList();
    }
}
