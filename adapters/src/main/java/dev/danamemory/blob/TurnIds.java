package dev.danamemory.blob;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.rules.StoredFields;
import java.util.Optional;

/** Claims of turn ids that callers chose; they last as long as their epoch. */
final class TurnIds {
    private static final String FROM = "from";

    private final Blobs blobs;
    private final Layout layout;

    TurnIds(Blobs blobs, Layout layout) {
        this.blobs = blobs;
        this.layout = layout;
    }

    /** The number behind which the turn of this id stands, if it is stored: the last one when the id was first claimed. */
    long claim(ConversationHeader header, String turnId) {
        String key = layout.claim(header.key(), header.epoch(), turnId);
        ObjectNode claim = JsonNodeFactory.instance.objectNode().put(FROM, header.lastTurn());
        while (blobs.put(key, JsonWriter.bytes(claim), new Condition.Absent()) instanceof PutResult.Mismatch) {
            Optional<Blob> there = blobs.get(key);
            if (there.isPresent()) {
                return read(key, there.get());
            }
        }
        return header.lastTurn();
    }

    private static long read(String key, Blob claim) {
        try {
            return StoredFields.of(JsonReader.stored().read(claim.bytes())).number(FROM);
        } catch (RuntimeException damage) {
            throw new StoredDataUnreadableException(key, String.valueOf(damage.getMessage()), damage);
        }
    }
}
