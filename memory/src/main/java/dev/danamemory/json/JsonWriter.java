package dev.danamemory.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.model.Unicode;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Writes trees as JSON in UTF-8, keys in their order and numbers as they were written. Texts and keys must be
 * well-formed: half of a surrogate pair has no UTF-8 and throws {@link IllegalArgumentException}.
 */
public final class JsonWriter {
    private static final int ROOM_FOR_WRAPPED_BODIES = 1_000;
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamWriteConstraints(StreamWriteConstraints.builder()
                    .maxNestingDepth(ROOM_FOR_WRAPPED_BODIES)
                    .build())
            .build();

    private JsonWriter() {}

    /** The value as compact JSON. */
    public static byte[] bytes(JsonNode value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The value as compact JSON. */
    public static String text(JsonNode value) {
        return write(value, false);
    }

    /** The value with line breaks and indentation, for people. */
    public static String pretty(JsonNode value) {
        return write(value, true);
    }

    private static String write(JsonNode value, boolean pretty) {
        StringWriter out = new StringWriter(); // encoding the whole at its end is faster than piece by piece
        try (JsonGenerator generator = FACTORY.createGenerator(out)) {
            if (pretty) {
                generator.setPrettyPrinter(new DefaultPrettyPrinter());
            }
            write(value, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static void write(JsonNode value, JsonGenerator out) throws IOException {
        switch (value.getNodeType()) {
            case OBJECT -> object(value, out);
            case ARRAY -> array(value, out);
            case STRING -> out.writeString(wellFormed(value.textValue()));
            case NUMBER -> out.writeNumber(value.asText());
            case BOOLEAN -> out.writeBoolean(value.booleanValue());
            default -> out.writeNull();
        }
    }

    private static void object(JsonNode value, JsonGenerator out) throws IOException {
        out.writeStartObject();
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            out.writeFieldName(wellFormed(field.getKey()));
            write(field.getValue(), out);
        }
        out.writeEndObject();
    }

    private static void array(JsonNode value, JsonGenerator out) throws IOException {
        out.writeStartArray();
        for (JsonNode element : value) {
            write(element, out);
        }
        out.writeEndArray();
    }

    // Jackson escapes some halves and chokes on others
    private static String wellFormed(String text) {
        if (!Unicode.isWellFormed(text)) {
            throw new IllegalArgumentException("half of a surrogate pair cannot be written");
        }
        return text;
    }
}
