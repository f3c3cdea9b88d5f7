package dev.danamemory.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.InvalidInputException;
import java.io.UncheckedIOException;

/** Trees that were built in Java and not read, brought to what reading them would have given. */
public final class GivenTree {
    private GivenTree() {}

    /**
     * The object as {@link JsonReader#strict} would have read it: a copy whose numbers are {@link WrittenNumber}s.
     *
     * @param field names it in a fault
     * @throws InvalidInputException when it holds what no store keeps: NaN and infinities, numbers of more than
     *     {@value WrittenNumber#MOST_DIGITS} digits, halves of surrogate pairs, nesting deeper than
     *     {@value JsonReader#DEEPEST}
     */
    public static ObjectNode read(String field, ObjectNode given) {
        if (!(written(field, given) instanceof ObjectNode read)) {
            throw new InvalidInputException(field, "must be a JSON object");
        }
        Faults faults = new Faults();
        TreeCheck.isClean(read, Place.root().field(field), faults);
        faults.throwIfAny();
        return read;
    }

    private static JsonNode written(String field, ObjectNode given) {
        try {
            return JsonReader.strict().read(JsonWriter.bytes(given));
        } catch (JsonSyntaxException | IllegalArgumentException | UncheckedIOException notJson) {
            throw new InvalidInputException(
                    field,
                    "must be JSON that can be kept: well-formed texts and keys, finite numbers, nested at most "
                            + JsonReader.DEEPEST + " deep");
        }
    }
}
