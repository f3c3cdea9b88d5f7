package dev.danamemory.blob;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.rules.StoredFields;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What stays for a day of an erased conversation whose stub is gone, and of an erased user: a keyed hash, a time, and a
 * conversation's last generation. Only creates read them.
 */
class Tombstones {
    private static final String USER = "user ";
    private static final String CONVERSATION = "conversation ";

    private final Blobs blobs;
    private final Layout layout;
    private final Supplier<KeyedHash> hash;

    /** @param hash with the store's own key, which is not read before it is needed */
    Tombstones(Blobs blobs, Layout layout, Supplier<KeyedHash> hash) {
        this.blobs = blobs;
        this.layout = layout;
        this.hash = hash;
    }

    /** Marks a user as erased at a moment; a later mark stays. */
    void erased(UserId user, Instant at) {
        raise(place(user), 0, at);
    }

    /** Marks a conversation whose stub is about to go. */
    void erased(ConversationKey key, long generation, Instant at) {
        raise(place(key), generation, at);
    }

    /** Whether all of a user's was erased after a moment. */
    boolean isErasedSince(UserId user, Instant moment) {
        return read(place(user)).filter(stone -> stone.at().isAfter(moment)).isPresent();
    }

    /** The last generation of an id whose stub is gone; 0 when nothing is known. */
    long generation(ConversationKey key) {
        return read(place(key)).map(Stone::generation).orElse(0L);
    }

    private record Stone(long generation, Instant at, String version) {}

    private void raise(String place, long generation, Instant at) {
        while (true) {
            Optional<Stone> there = read(place);
            if (there.isPresent()
                    && there.get().generation() >= generation
                    && !there.get().at().isBefore(at)) {
                return;
            }
            long most = Math.max(generation, there.map(Stone::generation).orElse(0L));
            Condition condition = there.<Condition>map(stone -> new Condition.Match(stone.version()))
                    .orElseGet(Condition.Absent::new);
            if (blobs.put(place, bytes(most, at), condition) instanceof PutResult.Stored) {
                return;
            }
        }
    }

    private static byte[] bytes(long generation, Instant at) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("generation", generation);
        file.put("erased_at", at.toString());
        return JsonWriter.bytes(file);
    }

    private Optional<Stone> read(String place) {
        return blobs.get(place).map(blob -> {
            try {
                StoredFields file = StoredFields.of(JsonReader.stored().read(blob.bytes()));
                return new Stone(file.number("generation"), Instant.parse(file.text("erased_at")), blob.version());
            } catch (RuntimeException damage) {
                throw new StoredDataUnreadableException(place, String.valueOf(damage.getMessage()), damage);
            }
        });
    }

    private String place(UserId user) {
        return layout.tombstone(hash.get().of(USER + user.value()));
    }

    private String place(ConversationKey key) {
        String user = key.user().value();
        return layout.tombstone(hash.get().of(CONVERSATION + user.length() + " " + user + " " + key.conversationId()));
    }
}
