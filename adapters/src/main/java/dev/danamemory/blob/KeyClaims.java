package dev.danamemory.blob;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.UserId;
import dev.danamemory.store.HeldClaim;
import dev.danamemory.store.KeyClaim;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.rules.StoredFields;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Claims of idempotency keys, an object each. */
final class KeyClaims {
    private static final Duration DAY = Duration.ofHours(24);

    private final Desk desk;

    KeyClaims(Desk desk) {
        this.desk = desk;
    }

    /** The claim that holds; nothing when it changed under us. */
    Optional<HeldClaim> claim(UserId user, String name, KeyClaim claim) {
        String key = desk.layout().keyClaim(user, name);
        Optional<HeldClaim> first = put(key, claim, new Condition.Absent());
        Optional<Blob> there =
                first.isPresent() ? Optional.empty() : desk.blobs().get(key);
        if (there.isEmpty()) {
            return first;
        }
        KeyClaim held = read(key, there.get());
        String version = there.get().version();
        if (!isFresh(held)) {
            return put(key, claim, new Condition.Match(version));
        }
        // a claim with our nonce is ours, whose answer was lost
        boolean isMine = held.nonce().equals(claim.nonce()) && held.attempt() == claim.attempt();
        return Optional.of(new HeldClaim(held, version, isMine));
    }

    Optional<HeldClaim> find(UserId user, String name) {
        String key = desk.layout().keyClaim(user, name);
        return desk.blobs()
                .get(key)
                .map(there -> new HeldClaim(read(key, there), there.version(), false))
                .filter(held -> isFresh(held.claim()));
    }

    private boolean isFresh(KeyClaim claim) {
        return claim.createdAt().plus(DAY).isAfter(desk.clock().instant());
    }

    Optional<HeldClaim> replace(UserId user, String name, HeldClaim held, KeyClaim claim) {
        return put(desk.layout().keyClaim(user, name), claim, new Condition.Match(held.version()));
    }

    private Optional<HeldClaim> put(String key, KeyClaim claim, Condition condition) {
        return desk.blobs().put(key, bytes(claim), condition) instanceof PutResult.Stored stored
                ? Optional.of(new HeldClaim(claim, stored.version(), true))
                : Optional.empty();
    }

    // a nonce makes every write's bytes its own, for a version may be a hash of them
    private byte[] bytes(KeyClaim claim) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("nonce", claim.nonce());
        file.put("body", claim.bodyDigest());
        file.put("conversation_id", claim.conversationId());
        file.put("birth", claim.birth());
        file.put("epoch", claim.epoch());
        file.put("turn_id", claim.turnId());
        file.put("from", claim.from());
        file.put("replaces", claim.replaces());
        file.put("attempt", claim.attempt());
        file.put("lease_until", claim.leaseUntil().toString());
        file.put("created_at", claim.createdAt().toString());
        file.put("write", desk.ids().nonce());
        return JsonWriter.bytes(file);
    }

    private static KeyClaim read(String key, Blob blob) {
        try {
            StoredFields file = StoredFields.of(JsonReader.stored().read(blob.bytes()));
            return new KeyClaim(
                    file.text("nonce"),
                    file.text("body"),
                    file.text("conversation_id"),
                    file.optionalText("birth"),
                    file.optionalText("epoch"),
                    file.text("turn_id"),
                    file.number("from"),
                    file.optionalNumber("replaces"),
                    file.number("attempt"),
                    Instant.parse(file.text("lease_until")),
                    Instant.parse(file.text("created_at")));
        } catch (RuntimeException damage) {
            throw new StoredDataUnreadableException(key, String.valueOf(damage.getMessage()), damage);
        }
    }
}
