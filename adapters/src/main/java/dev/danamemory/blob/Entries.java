package dev.danamemory.blob;

import dev.danamemory.json.JsonReader;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.rules.StoredFields;
import java.util.Optional;

/** Reads and writes list entries, always on a condition. */
final class Entries {
    private final Blobs blobs;
    private final Layout layout;
    private final NewIds ids;

    Entries(Blobs blobs, Layout layout, NewIds ids) {
        this.blobs = blobs;
        this.layout = layout;
        this.ids = ids;
    }

    EntryState look(ConversationKey key) {
        Optional<Blob> blob = blobs.get(layout.entry(key));
        return blob.isEmpty() ? new EntryState.None() : read(blob.get());
    }

    PutResult put(ConversationKey key, ListEntry entry, Condition condition) {
        return blobs.put(layout.entry(key), entry.bytes(ids.nonce()), condition);
    }

    PutResult putStub(ConversationKey key, Stub stub, Condition condition) {
        return blobs.put(layout.entry(key), stub.bytes(), condition);
    }

    private static EntryState read(Blob blob) {
        try {
            StoredFields file = StoredFields.of(JsonReader.stored().read(blob.bytes()));
            return Stub.read(file)
                    .<EntryState>map(stub -> new EntryState.Erased(stub, blob.version()))
                    .orElseGet(() -> new EntryState.Live(ListEntry.of(file), blob.version()));
        } catch (RuntimeException damage) {
            return new EntryState.Damaged(blob.version());
        }
    }
}
