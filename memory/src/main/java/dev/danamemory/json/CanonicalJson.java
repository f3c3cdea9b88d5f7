package dev.danamemory.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.model.Sha256;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Tells whether two values are equal as JSON by one digest: keys in any order, numbers by value. */
public final class CanonicalJson {
    private CanonicalJson() {}

    /** Whether the two are equal as JSON. */
    public static boolean equal(JsonNode one, JsonNode other) {
        return digest(one).equals(digest(other));
    }

    /** SHA-256 in hex of the value's canonical form; equal for exactly the values that are equal as JSON. */
    public static String digest(JsonNode value) {
        StringBuilder canonical = new StringBuilder();
        append(value, canonical);
        return Sha256.hex(codeUnits(canonical));
    }

    // UTF-8 has no halves of surrogate pairs: all of them would look alike
    private static byte[] codeUnits(CharSequence text) {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * Character.BYTES);
        bytes.asCharBuffer().append(text);
        return bytes.array();
    }

    private static void append(JsonNode value, StringBuilder out) {
        switch (value.getNodeType()) {
            case OBJECT -> {
                List<String> names = new ArrayList<>();
                value.fieldNames().forEachRemaining(names::add);
                names.sort(null);
                out.append('{');
                for (String name : names) {
                    quote(name, out);
                    append(value.get(name), out);
                }
                out.append('}');
            }
            case ARRAY -> {
                out.append('[');
                value.forEach(element -> append(element, out));
                out.append(']');
            }
            case STRING -> quote(value.textValue(), out);
            case NUMBER ->
                out.append('#')
                        .append(
                                value instanceof WrittenNumber number
                                        ? number.canonical()
                                        : new WrittenNumber(value.asText()).canonical())
                        .append(';');
            default -> out.append(value.asText()).append(';');
        }
    }

    // the length in front makes quotes and escapes unnecessary
    private static void quote(String text, StringBuilder out) {
        out.append(text.length()).append('"').append(text);
    }
}
