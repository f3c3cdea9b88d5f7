package dev.danamemory.blob;

import dev.danamemory.json.JsonReader;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.rules.StoredFields;
import java.time.InstantSource;
import java.util.Optional;

/** Reads and writes heads. */
class Heads {
    private final Blobs blobs;
    private final Layout layout;
    private final NewIds ids;
    private final InstantSource clock;

    Heads(Blobs blobs, Layout layout, NewIds ids, InstantSource clock) {
        this.blobs = blobs;
        this.layout = layout;
        this.ids = ids;
        this.clock = clock;
    }

    /** What stands in the head's place, damage included. */
    Found look(ConversationKey key) {
        Optional<Blob> blob = blobs.get(layout.head(key));
        return blob.isEmpty() ? new Found.None() : read(key, blob.get());
    }

    /**
     * What stands in the head's place: nothing, a conversation or a stub.
     *
     * @throws StoredDataUnreadableException when it is damaged
     */
    Found find(ConversationKey key) {
        Found found = look(key);
        if (found instanceof Found.Damaged damaged) {
            throw new StoredDataUnreadableException(
                    layout.head(key), String.valueOf(damaged.problem().getMessage()), damaged.problem());
        }
        return found;
    }

    /** The conversation, or nothing when there is none or it was erased. */
    Optional<Found.Live> live(ConversationKey key) {
        return find(key) instanceof Found.Live live ? Optional.of(live) : Optional.empty();
    }

    /** The conversation, provided that the id has not been erased since, nor begun anew. */
    Optional<Found.Live> live(ConversationHeader known) {
        return live(known.key()).filter(live -> live.head().header().birth().equals(known.birth()));
    }

    PutResult put(Head head, Condition condition) {
        return blobs.put(layout.head(head.header().key()), HeadJson.bytes(head, ids.nonce()), condition);
    }

    PutResult putStub(ConversationKey key, Stub stub, Condition condition) {
        return blobs.put(layout.head(key), stub.bytes(), condition);
    }

    /** The conversation as its callers see it. */
    Conversation conversation(Head head, String version) {
        return new Conversation(
                head.header(), head.turns(), head.summaries(), clock.instant(), new BlobState(head, version));
    }

    // whatever goes wrong while reading is damage of the object
    private static Found read(ConversationKey key, Blob blob) {
        try {
            StoredFields file = StoredFields.of(JsonReader.stored().read(blob.bytes()));
            Optional<Stub> erased = Stub.read(file);
            return erased.isPresent()
                    ? new Found.Erased(erased.get(), blob.version())
                    : new Found.Live(HeadJson.read(key, file), blob.version());
        } catch (RuntimeException damage) {
            return new Found.Damaged(blob.version(), damage);
        }
    }
}
