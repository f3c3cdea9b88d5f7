package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.KeyedHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What stays for a day of an erased user, and of an erased conversation whose stub is gone: a keyed hash, a time, and a
 * conversation's last generation. Only creates read them. One that is out of date and not yet deleted does no harm.
 */
class Tombstones {
    private static final String USER = "user ";
    private static final String CONVERSATION = "conversation ";
    private static final Duration KEPT = Duration.ofHours(25);

    private final Table table;
    private final Supplier<KeyedHash> hash;

    /** @param hash with the table's own key, which is not read before it is needed */
    Tombstones(Table table, Supplier<KeyedHash> hash) {
        this.table = table;
        this.hash = hash;
    }

    /** Marks a user as erased at a moment; a later mark stays. */
    void erased(UserId user, Instant at) {
        raise(place(user), 0, at);
    }

    /** Marks a conversation whose stub is about to go; a later mark stays, and so does a higher generation. */
    void erased(ConversationKey key, long generation, Instant at) {
        raise(place(key), generation, at);
    }

    /** Whether all of a user's was erased after a moment. */
    boolean isErasedSince(UserId user, Instant moment) {
        return table.get(place(user)).filter(stone -> at(stone).isAfter(moment)).isPresent();
    }

    /** The last generation of an id whose stub is gone; 0 when nothing is known. */
    long generation(ConversationKey key) {
        return table.get(place(key)).map(Tombstones::generation).orElse(0L);
    }

    private void raise(ItemKey place, long generation, Instant at) {
        while (true) {
            Optional<Item> there = table.get(place);
            long last = there.map(Tombstones::generation).orElse(0L);
            if (there.isPresent() && last >= generation && !at(there.get()).isBefore(at)) {
                return;
            }
            Item stone = Item.at(place)
                    .number(RootItem.GENERATION, Math.max(last, generation))
                    .number(Running.ACTIVE_AT, Micros.of(at))
                    .number(KeyClaims.EXPIRES_AT, at.plus(KEPT).getEpochSecond())
                    .build();
            Condition condition = there.map(item -> Condition.same(item, Running.ACTIVE_AT, RootItem.GENERATION))
                    .orElseGet(Condition::nothing);
            if (table.put(stone, condition) instanceof PutResult.Stored) {
                return;
            }
        }
    }

    private static long generation(Item stone) {
        try {
            return stone.number(RootItem.GENERATION);
        } catch (RuntimeException damage) {
            throw Damage.of(stone.key(), damage);
        }
    }

    private static Instant at(Item stone) {
        try {
            return Micros.instant(stone.number(Running.ACTIVE_AT));
        } catch (RuntimeException damage) {
            throw Damage.of(stone.key(), damage);
        }
    }

    private ItemKey place(UserId user) {
        return Keys.tombstone(hash.get().of(USER + user.value()));
    }

    private ItemKey place(ConversationKey key) {
        String user = key.user().value();
        return Keys.tombstone(hash.get().of(CONVERSATION + user.length() + " " + user + " " + key.conversationId()));
    }
}
