package dev.danamemory.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.FieldFault;
import dev.danamemory.model.Ids;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.Unicode;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** The fields of one JSON object, each taken at most once, so that what is left over is known; null is absent. */
final class DefinitionFields {
    private static final int LONGEST_NAME = 200;

    private final ObjectNode left;
    private final String place;

    private DefinitionFields(ObjectNode left, String place) {
        this.left = left;
        this.place = place;
    }

    /** @param place what stands before the names of its fields in a fault, as in {@code memory.} */
    static DefinitionFields of(JsonNode node, String place) {
        if (!(node instanceof ObjectNode object)) {
            String field = place.isEmpty() ? "" : place.substring(0, place.length() - 1);
            throw new InvalidInputException(field, "must be a JSON object");
        }
        return new DefinitionFields(object.deepCopy(), place);
    }

    @Nullable
    JsonNode take(String name) {
        JsonNode value = left.remove(name);
        return value == null || value.isNull() ? null : value;
    }

    DefinitionFields object(String name) {
        JsonNode value = take(name);
        return of(value == null ? JsonNodeFactory.instance.objectNode() : value, name + ".");
    }

    String text(String name, String usual) {
        JsonNode value = take(name);
        if (value == null) {
            return usual;
        }
        if (!value.isTextual() || !Unicode.isWellFormed(value.textValue())) {
            throw new InvalidInputException(name, "must be a text");
        }
        return value.textValue();
    }

    String id(String name, String usual) {
        String id = text(name, usual);
        if (!Ids.isId(id)) {
            throw new InvalidInputException(
                    name, "must be 1 to 128 letters, digits, '.', '_', '~' and '-', beginning with a letter or digit");
        }
        return id;
    }

    String name(String name, String usual) {
        String text = text(name, usual);
        if (text.isBlank() || Unicode.codePoints(text) > LONGEST_NAME) {
            throw new InvalidInputException(name, "must be 1 to " + LONGEST_NAME + " characters, not all blank");
        }
        return text;
    }

    boolean flag(String name, boolean usual) {
        JsonNode value = take(name);
        if (value == null) {
            return usual;
        }
        if (!value.isBoolean()) {
            throw new InvalidInputException(name, "must be true or false");
        }
        return value.booleanValue();
    }

    /** A whole number; one too large for an int comes as the nearest int, for the caller's check of its range. */
    int whole(String name, int usual) {
        JsonNode value = take(name);
        if (value == null) {
            return usual;
        }
        if (!value.isNumber() || !value.canConvertToLong()) {
            throw new InvalidInputException(name, "must be a whole number, as in " + usual);
        }
        return Math.clamp(value.longValue(), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    int whole(String name, int usual, int least, int most) {
        int value = whole(name, usual);
        if (value < least || value > most) {
            throw new InvalidInputException(name, "is out of range: " + least + " to " + most);
        }
        return value;
    }

    @Nullable
    Double number(String name) {
        JsonNode value = take(name);
        if (value == null) {
            return null;
        }
        if (!value.isNumber()) {
            throw new InvalidInputException(name, "must be a number, as in 30 or 0.5");
        }
        return value.doubleValue();
    }

    /** What nobody took. */
    ObjectNode rest() {
        return left;
    }

    void refuseOthers() {
        Iterator<String> names = left.fieldNames();
        if (names.hasNext()) {
            throw new InvalidInputException(names.next(), "is not known here");
        }
    }

    /** The same faults with their fields named from further out. */
    InvalidInputException placed(InvalidInputException e) {
        return new InvalidInputException(e.faults().stream()
                .map(fault -> new FieldFault(place + fault.field(), fault.problem()))
                .toList());
    }
}
