package dev.danamemory.blob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.dana.TurnJson;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Sha256;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.rules.StoredFields;
import java.util.ArrayList;
import java.util.List;

/** Archived turns as a gzipped Dana file, with a checksum and a count by which damage shows. */
final class ArchiveFile {
    private ArchiveFile() {}

    static byte[] bytes(ConversationHeader header, Sealed<Turn> sealed) {
        List<Turn> turns = sealed.elements();
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        turns.forEach(turn -> history.add(TurnJson.stored(turn)));
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("conversation_id", header.key().conversationId());
        file.put("created_at", turns.getFirst().timestamp());
        file.put("updated_at", turns.getLast().timestamp());
        file.set("history", history);
        file.putArray("summaries");
        ObjectNode metadata = file.putObject("metadata");
        metadata.put("total_turns", turns.getLast().turnNumber());
        metadata.put("user_id", header.key().user().value());
        ObjectNode own = metadata.putObject("_memory");
        own.put("epoch", header.epoch());
        own.put("generation", sealed.generation());
        own.put("turns", turns.size());
        own.put("sha256", checksum(history));
        return Gzip.packed(JsonWriter.bytes(file));
    }

    /** @throws RuntimeException of whatever kind when the bytes are no such file, or not what was written */
    static Sealed<Turn> read(byte[] bytes) {
        JsonNode file = JsonReader.stored().read(Gzip.unpacked(bytes));
        StoredFields own = StoredFields.of(file).object("metadata").object("_memory");
        List<Turn> turns = new ArrayList<>();
        StoredFields.of(file).array("history").forEach(turn -> turns.add(TurnJson.fromStored(turn)));
        if (turns.isEmpty()
                || turns.size() != own.number("turns")
                || !checksum(file.path("history")).equals(own.text("sha256"))) {
            throw new IllegalArgumentException("its turns are not those that were archived");
        }
        return new Sealed<>(own.number("generation"), turns);
    }

    private static String checksum(JsonNode history) {
        return Sha256.hex(JsonWriter.bytes(history));
    }
}
