package dev.danamemory.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.Ids;
import dev.danamemory.model.Timestamps;
import dev.danamemory.model.Unicode;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** What makes a value right for its field, in ascending strictness. */
enum FieldRules {
    /** Only the type. */
    TYPES,
    /** Sizes, ranges and forms too. */
    LIMITS,
    /** And that every character and number can be kept, which whoever has looked through the whole tree knows. */
    LIMITS_AND_CHARACTERS;

    /** A value that was read, or what is wrong with it. */
    sealed interface Reading<T> {
        record Good<T>(T value) implements Reading<T> {}

        record Bad<T>(String problem) implements Reading<T> {}
    }

    Reading<String> text(JsonNode value, int mostBytes) {
        return string(
                value,
                text -> text.length() <= mostBytes && Unicode.utf8Length(text) <= mostBytes,
                () -> String.format(Locale.ROOT, "is too long: at most %,d bytes of UTF-8 are kept", mostBytes));
    }

    Reading<String> shortText(JsonNode value, int mostCodePoints) {
        return string(
                value,
                text -> !text.isEmpty() && Unicode.codePoints(text) <= mostCodePoints,
                () -> String.format(Locale.ROOT, "must have 1 to %,d characters", mostCodePoints));
    }

    Reading<String> id(JsonNode value) {
        return string(
                value,
                Ids::isId,
                () -> "must be 1 to 128 letters, digits, '.', '_', '~' or '-', the first a letter or digit");
    }

    Reading<String> timestamp(JsonNode value) {
        return string(
                value,
                Timestamps::isTimestamp,
                () -> "must be an ISO 8601 date-time with T or a date, as in 2026-11-22T13:00:00Z or 2026-11-22");
    }

    // the sentence is made only where it is needed: every stored turn passes here with every chat
    private Reading<String> string(JsonNode value, Predicate<String> fits, Supplier<String> otherwise) {
        if (!value.isTextual()) {
            return wrongType("a string", value);
        }
        return this == TYPES || fits.test(value.textValue())
                ? new Reading.Good<>(value.textValue())
                : new Reading.Bad<>(otherwise.get());
    }

    Reading<Long> whole(JsonNode value, long least, long most) {
        if (!value.isNumber() || !value.isIntegralNumber() || !value.canConvertToLong()) {
            String range = String.format(Locale.ROOT, "a whole number from %,d to %,d", least, most);
            return value.isNumber() ? new Reading.Bad<>("must be " + range) : wrongType(range, value);
        }
        long number = value.longValue();
        return this == TYPES || (number >= least && number <= most)
                ? new Reading.Good<>(number)
                : new Reading.Bad<>(String.format(Locale.ROOT, "must be a whole number from %,d to %,d", least, most));
    }

    Reading<Boolean> flag(JsonNode value) {
        return value.isBoolean() ? new Reading.Good<>(value.booleanValue()) : wrongType("true or false", value);
    }

    Reading<ObjectNode> object(JsonNode value, int mostBytes) {
        if (!(value instanceof ObjectNode object)) {
            return wrongType("an object", value);
        }
        return this == TYPES || object.isEmpty() || JsonWriter.bytes(object).length <= mostBytes
                ? new Reading.Good<>(object)
                : new Reading.Bad<>(String.format(
                        Locale.ROOT, "is too large: at most %,d bytes of compact JSON are kept", mostBytes));
    }

    Reading<ArrayNode> array(JsonNode value) {
        return value instanceof ArrayNode array ? new Reading.Good<>(array) : wrongType("an array", value);
    }

    private static <T> Reading<T> wrongType(String right, JsonNode value) {
        return new Reading.Bad<>("must be " + right + ", not "
                + switch (value.getNodeType()) {
                    case NULL -> "null";
                    case OBJECT -> "an object";
                    case ARRAY -> "an array";
                    default -> "a " + value.getNodeType().name().toLowerCase(Locale.ROOT);
                });
    }
}
