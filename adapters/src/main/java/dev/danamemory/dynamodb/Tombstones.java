package dev.danamemory.dynamodb;

import dev.danamemory.model.UserId;
import dev.danamemory.store.KeyedHash;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** What stays for a day of an erased user: a keyed hash and a time. Only creates read it. */
class Tombstones {
    private static final String USER = "user ";
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
        ItemKey place = place(user);
        Optional<Item> there = table.get(place);
        while (there.isEmpty() || at(there.get()).isBefore(at)) {
            Item stone = Item.at(place)
                    .number(Running.ACTIVE_AT, Micros.of(at))
                    .number(KeyClaims.EXPIRES_AT, at.plus(KEPT).getEpochSecond())
                    .build();
            Condition condition =
                    there.map(item -> Condition.same(item, Running.ACTIVE_AT)).orElseGet(Condition::nothing);
            if (table.put(stone, condition) instanceof PutResult.Stored) {
                return;
            }
            there = table.get(place);
        }
    }

    /** Whether all of a user's was erased after a moment. */
    boolean isErasedSince(UserId user, Instant moment) {
        return table.get(place(user)).filter(stone -> at(stone).isAfter(moment)).isPresent();
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
}
