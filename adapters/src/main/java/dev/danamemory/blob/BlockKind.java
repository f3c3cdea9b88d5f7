package dev.danamemory.blob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.dana.SummaryJson;
import dev.danamemory.dana.TurnJson;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.rules.StoredFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What blocks are made of.
 *
 * @param array the name of their elements in the file
 * @param write an element as JSON
 * @param read the reverse
 * @param right which of two that stand for the same is right, the first one's block being the newer; nothing when they
 *     are not the same
 */
record BlockKind<T>(String array, Function<T, ObjectNode> write, Function<JsonNode, T> read, Right<T> right) {
    static final BlockKind<Turn> TURNS =
            new BlockKind<>("history", TurnJson::stored, TurnJson::fromStored, BlockKind::redacted);
    static final BlockKind<Summary> SUMMARIES =
            new BlockKind<>("summaries", SummaryJson::stored, SummaryJson::fromStored, BlockKind::newer);

    /** Decides between two elements. */
    @FunctionalInterface
    interface Right<T> {
        Optional<T> of(T newer, T older);
    }

    // a redaction is never taken back
    private static Optional<Turn> redacted(Turn a, Turn b) {
        if (a.equals(b) || a.equals(b.redacted())) {
            return Optional.of(a);
        }
        return b.equals(a.redacted()) ? Optional.of(b) : Optional.empty();
    }

    // a redaction makes a summary anew, and raises the generation
    private static Optional<Summary> newer(Summary newer, Summary older) {
        return newer.equals(older.withContent(newer.content())) ? Optional.of(newer) : Optional.empty();
    }

    /** What both blocks should hold; nothing when they are not the same but for redactions. */
    Optional<Sealed<T>> merge(Sealed<T> a, Sealed<T> b) {
        return a.generation() >= b.generation() ? over(a, b) : over(b, a);
    }

    private Optional<Sealed<T>> over(Sealed<T> newer, Sealed<T> older) {
        if (newer.elements().size() != older.elements().size()) {
            return Optional.empty();
        }
        List<T> merged = new ArrayList<>();
        for (int i = 0; i < newer.elements().size(); i++) {
            right.of(newer.elements().get(i), older.elements().get(i)).ifPresent(merged::add);
        }
        return merged.size() == newer.elements().size()
                ? Optional.of(new Sealed<>(newer.generation(), merged))
                : Optional.empty();
    }

    byte[] bytes(String conversationId, Sealed<T> held) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("conversation_id", conversationId);
        file.put("generation", held.generation());
        ArrayNode nodes = file.putArray(array);
        held.elements().forEach(element -> nodes.add(write.apply(element)));
        return JsonWriter.bytes(file);
    }

    /** @throws RuntimeException of whatever kind when the bytes are no such block */
    Sealed<T> read(byte[] bytes) {
        StoredFields file = StoredFields.of(JsonReader.stored().read(bytes));
        List<T> elements = new ArrayList<>();
        file.array(array).forEach(node -> elements.add(read.apply(node)));
        return new Sealed<>(file.number("generation"), elements);
    }
}
