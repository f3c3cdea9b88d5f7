package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.UserId;
import dev.danamemory.store.HeldClaim;
import dev.danamemory.store.KeyClaim;
import dev.danamemory.store.rules.StoredFields;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claims of idempotency keys, an item each. The table forgets them some time after their day. */
final class KeyClaims {
    /** When the table may delete the item, in seconds since 1970. */
    static final String EXPIRES_AT = "ttl";

    private static final String CONTENT = "c";
    private static final String VERSION = "v";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(2);

    private final Table table;
    private final Contention contention;
    private final NewIds ids;
    private final InstantSource clock;

    KeyClaims(Table table, Contention contention, NewIds ids, InstantSource clock) {
        this.table = table;
        this.contention = contention;
        this.ids = ids;
        this.clock = clock;
    }

    /** The claim that holds. */
    HeldClaim claim(UserId user, String name, KeyClaim claim) {
        return contention.settle(round -> claimOnce(user, name, claim));
    }

    // nothing when it changed under us
    private Optional<HeldClaim> claimOnce(UserId user, String name, KeyClaim claim) {
        ItemKey place = Keys.keyClaim(user, name);
        Item item = item(place, claim);
        if (!(table.put(item, Condition.nothing()) instanceof PutResult.Refused(Item there))) {
            return Optional.of(new HeldClaim(claim, item.text(VERSION), true));
        }
        if (there == null) {
            return Optional.empty();
        }
        KeyClaim held = read(there);
        if (!isFresh(held)) {
            return put(item, claim, Condition.same(there, VERSION));
        }
        // a claim with our nonce is ours, whose answer was lost
        boolean isMine = held.nonce().equals(claim.nonce()) && held.attempt() == claim.attempt();
        return Optional.of(new HeldClaim(held, there.text(VERSION), isMine));
    }

    Optional<HeldClaim> find(UserId user, String name) {
        return contention.read(() -> findOnce(user, name));
    }

    private Optional<HeldClaim> findOnce(UserId user, String name) {
        return table.get(Keys.keyClaim(user, name))
                .map(there -> new HeldClaim(read(there), there.text(VERSION), false))
                .filter(held -> isFresh(held.claim()));
    }

    private boolean isFresh(KeyClaim claim) {
        return claim.createdAt().plus(DAY).isAfter(clock.instant());
    }

    /** The claim as it is stored now; nothing when somebody else has replaced it. */
    Optional<HeldClaim> replace(UserId user, String name, HeldClaim held, KeyClaim claim) {
        Item item = item(Keys.keyClaim(user, name), claim); // the same however often it is tried
        Item before = Item.at(item.key()).text(VERSION, held.version()).build();
        return contention.read(() -> put(item, claim, Condition.same(before, VERSION)));
    }

    private Optional<HeldClaim> put(Item item, KeyClaim claim, Condition condition) {
        String version = item.text(VERSION);
        boolean isThere = switch (table.put(item, condition)) {
            case PutResult.Stored _ -> true;
            // an earlier try whose answer was lost
            case PutResult.Refused(@Nullable Item there) ->
                there != null && version.equals(there.optionalText(VERSION));
        };
        return isThere ? Optional.of(new HeldClaim(claim, version, true)) : Optional.empty();
    }

    private Item item(ItemKey place, KeyClaim claim) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("nonce", claim.nonce());
        json.put("body", claim.bodyDigest());
        json.put("conversation_id", claim.conversationId());
        json.put("birth", claim.birth());
        json.put("epoch", claim.epoch());
        json.put("turn_id", claim.turnId());
        json.put("from", claim.from());
        json.put("replaces", claim.replaces());
        json.put("attempt", claim.attempt());
        json.put("lease_until", claim.leaseUntil().toString());
        json.put("created_at", claim.createdAt().toString());
        return Item.at(place)
                .text(VERSION, ids.nonce())
                .number(EXPIRES_AT, claim.createdAt().plus(KEPT).getEpochSecond())
                .bytes(CONTENT, Packing.pack(json))
                .build();
    }

    private static KeyClaim read(Item item) {
        try {
            StoredFields json = StoredFields.of(Packing.unpack(item.bytes(CONTENT)));
            return new KeyClaim(
                    json.text("nonce"),
                    json.text("body"),
                    json.text("conversation_id"),
                    json.optionalText("birth"),
                    json.optionalText("epoch"),
                    json.text("turn_id"),
                    json.number("from"),
                    json.optionalNumber("replaces"),
                    json.number("attempt"),
                    Instant.parse(json.text("lease_until")),
                    Instant.parse(json.text("created_at")));
        } catch (RuntimeException damage) {
            throw Damage.of(item.key(), damage);
        }
    }
}
