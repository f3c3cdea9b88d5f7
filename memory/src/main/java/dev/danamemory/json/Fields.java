package dev.danamemory.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.Ids;
import dev.danamemory.model.Timestamps;
import dev.danamemory.model.Unicode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the fields of one JSON object. What is wrong with one is noted under its place and reading goes on with a
 * harmless value, so what was read counts only once {@link Faults#throwIfAny()} has passed.
 */
public final class Fields {
    private final ObjectNode object;
    private final Place place;
    private final boolean nullIsAbsent;
    private final FieldRules rules;
    private final Faults faults;

    private Fields(ObjectNode object, Place place, boolean nullIsAbsent, FieldRules rules, Faults faults) {
        this.object = object;
        this.place = place;
        this.nullIsAbsent = nullIsAbsent;
        this.rules = rules;
        this.faults = faults;
    }

    /** The fields of a request's body or of an object in it: null is absent, all limits hold. Nothing if no object. */
    public static Optional<Fields> ofRequest(JsonNode value, Place place, Faults faults) {
        return of(value, place, true, FieldRules.LIMITS_AND_CHARACTERS, faults);
    }

    /** The fields of an imported file, which was checked by {@link TreeCheck}: null is a value, all limits hold. */
    public static Optional<Fields> ofFile(JsonNode value, Place place, Faults faults) {
        return of(value, place, false, FieldRules.LIMITS, faults);
    }

    /** The fields of what a store wrote: null is a value, and only types are looked at, for limits held on the way in. */
    public static Optional<Fields> ofStored(JsonNode value, Place place, Faults faults) {
        return of(value, place, false, FieldRules.TYPES, faults);
    }

    private static Optional<Fields> of(
            JsonNode value, Place place, boolean nullIsAbsent, FieldRules rules, Faults faults) {
        if (value instanceof ObjectNode object) {
            return Optional.of(new Fields(object, place, nullIsAbsent, rules, faults));
        }
        faults.add(place, "must be an object");
        return Optional.empty();
    }

    /** The same fields, null being the same as absent. */
    public Fields nullable() {
        return new Fields(object, place, true, rules, faults);
    }

    /** Where a field stands. */
    public Place place(String name) {
        return place.field(name);
    }

    /** Notes what is wrong with a field. */
    public void fault(String name, String problem) {
        faults.add(place(name), problem);
    }

    /** Whether limits hold here; they do not for what was stored. */
    public boolean isLimited() {
        return rules != FieldRules.TYPES;
    }

    /** Any value, or null when absent. */
    public @Nullable JsonNode value(String name) {
        JsonNode value = object.get(name);
        if (value == null || (nullIsAbsent && value.isNull())) {
            return null;
        }
        boolean clean = rules != FieldRules.LIMITS_AND_CHARACTERS || TreeCheck.isClean(value, place(name), faults);
        return clean ? value : JsonNodeFactory.instance.missingNode();
    }

    /** Any value; its absence is noted. */
    public JsonNode requiredValue(String name) {
        return required(name, value(name), JsonNodeFactory.instance.nullNode());
    }

    /** A text of at most that many bytes of UTF-8, or null when absent. */
    public @Nullable String text(String name, int mostBytes) {
        String text = string(name);
        // a text of too many chars need not be counted
        boolean fits =
                text == null || !isLimited() || (text.length() <= mostBytes && Unicode.utf8Length(text) <= mostBytes);
        return fits ? text : refused(name, FieldRules.tooLong(mostBytes));
    }

    /** As {@link #text}; its absence is noted. It may be empty. */
    public String requiredText(String name, int mostBytes) {
        return required(name, text(name, mostBytes), "");
    }

    /** A text of 1 to that many code points, or null when absent. */
    public @Nullable String shortText(String name, int mostCodePoints) {
        String text = string(name);
        boolean fits = text == null || !isLimited() || (!text.isEmpty() && Unicode.codePoints(text) <= mostCodePoints);
        return fits ? text : refused(name, FieldRules.notShort(mostCodePoints));
    }

    /** As {@link #shortText}; its absence is noted. */
    public String requiredShortText(String name, int mostCodePoints) {
        return required(name, shortText(name, mostCodePoints), "");
    }

    /** An id of the form that {@link Ids#isId} knows, or null when absent. */
    public @Nullable String id(String name) {
        String text = string(name);
        return text == null || !isLimited() || Ids.isId(text) ? text : refused(name, FieldRules.noId());
    }

    /** A timestamp as written, or null when absent. */
    public @Nullable String timestamp(String name) {
        String text = string(name);
        boolean fits = text == null || !isLimited() || Timestamps.isTimestamp(text);
        return fits ? text : refused(name, FieldRules.noTimestamp());
    }

    /** A whole number in that range, or null when absent. */
    public @Nullable Long whole(String name, long least, long most) {
        JsonNode value = present(name);
        if (value == null) {
            return null;
        }
        if (value.isNumber() && value.isIntegralNumber() && value.canConvertToLong()) {
            long number = value.longValue();
            if (!isLimited() || (number >= least && number <= most)) {
                return number;
            }
        }
        fault(name, FieldRules.noWhole(value, least, most));
        return null;
    }

    /** As {@link #whole}; its absence is noted. */
    public long requiredWhole(String name, long least, long most) {
        return required(name, whole(name, least, most), least);
    }

    /** True or false, or null when absent. */
    public @Nullable Boolean flag(String name) {
        JsonNode value = present(name);
        if (value == null || value.isBoolean()) {
            return value == null ? null : Boolean.valueOf(value.booleanValue());
        }
        fault(name, FieldRules.wrongType("true or false", value));
        return null;
    }

    /** An object of at most that many bytes as compact JSON, or null when absent. */
    public @Nullable ObjectNode object(String name, int mostBytes) {
        JsonNode value = present(name);
        if (value == null) {
            return null;
        }
        if (!(value instanceof ObjectNode object)) {
            fault(name, FieldRules.wrongType("an object", value));
            return null;
        }
        if (!isLimited() || object.isEmpty() || JsonWriter.bytes(object).length <= mostBytes) {
            return object;
        }
        fault(name, FieldRules.tooLarge(mostBytes));
        return null;
    }

    /** The objects in an array, each as its fields; none when the array is absent. What is no object is noted. */
    public List<Fields> objects(String name) {
        JsonNode value = present(name);
        List<Fields> objects = new ArrayList<>();
        if (value instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                of(array.get(i), place(name).item(i), nullIsAbsent, rules, faults)
                        .ifPresent(objects::add);
            }
        } else if (value != null) {
            fault(name, FieldRules.wrongType("an array", value));
        }
        return objects;
    }

    /** All fields but the known ones, in their order; none of a request's, where unknown fields are ignored. */
    public Map<String, JsonNode> more(Set<String> known) {
        if (rules == FieldRules.LIMITS_AND_CHARACTERS) {
            return Map.of();
        }
        Map<String, JsonNode> more = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!known.contains(field.getKey())) {
                more.put(field.getKey(), field.getValue());
            }
        }
        return more.isEmpty() ? Map.of() : Collections.unmodifiableMap(more);
    }

    /** Notes that a required field is absent, unless it is there, was refused already, or is null where that is a value. */
    public <T> T required(String name, @Nullable T value, T harmless) {
        if (value != null) {
            return value;
        }
        JsonNode written = object.get(name);
        if (written == null || (nullIsAbsent && written.isNull())) {
            fault(name, "is required");
        }
        return harmless;
    }

    // any text, or null when absent
    private @Nullable String string(String name) {
        JsonNode value = present(name);
        if (value == null) {
            return null;
        }
        return value.isTextual() ? value.textValue() : refused(name, FieldRules.wrongType("a string", value));
    }

    private @Nullable String refused(String name, String problem) {
        fault(name, problem);
        return null;
    }

    // a value that is there and was not refused
    private @Nullable JsonNode present(String name) {
        JsonNode value = value(name);
        return value == null || value.isMissingNode() ? null : value;
    }
}
