package dev.danamemory.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;

/** What is asked of a field, in ascending strictness, and how its faults are told. */
enum FieldRules {
    /** Only the type. */
    TYPES,
    /** Sizes, ranges and forms too. */
    LIMITS,
    /** And that every character and number can be kept, which whoever has looked through the whole tree knows. */
    LIMITS_AND_CHARACTERS;

    static String tooLong(int mostBytes) {
        return String.format(Locale.ROOT, "is too long: at most %,d bytes of UTF-8 are kept", mostBytes);
    }

    static String notShort(int mostCodePoints) {
        return String.format(Locale.ROOT, "must have 1 to %,d characters", mostCodePoints);
    }

    static String noId() {
        return "must be 1 to 128 letters, digits, '.', '_', '~' or '-', the first a letter or digit";
    }

    static String noTimestamp() {
        return "must be an ISO 8601 date-time with T or a date, as in 2026-11-22T13:00:00Z or 2026-11-22";
    }

    static String noWhole(JsonNode value, long least, long most) {
        String range = String.format(Locale.ROOT, "a whole number from %,d to %,d", least, most);
        return value.isNumber() ? "must be " + range : wrongType(range, value);
    }

    static String tooLarge(int mostBytes) {
        return String.format(Locale.ROOT, "is too large: at most %,d bytes of compact JSON are kept", mostBytes);
    }

    static String wrongType(String right, JsonNode value) {
        return "must be " + right + ", not "
                + switch (value.getNodeType()) {
                    case NULL -> "null";
                    case OBJECT -> "an object";
                    case ARRAY -> "an array";
                    default -> "a " + value.getNodeType().name().toLowerCase(Locale.ROOT);
                };
    }
}
