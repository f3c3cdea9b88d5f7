package dev.danamemory.store.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stored object's fields, read as what they must be; anything else is damage and throws. */
public final class StoredFields {
    private final ObjectNode object;

    private StoredFields(ObjectNode object) {
        this.object = object;
    }

    /** Of a node that must be an object. */
    public static StoredFields of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new StoredFields(object);
        }
        throw new IllegalArgumentException("an object was expected");
    }

    /** A text that must be there. */
    public String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    /** A text, or null when absent. */
    public @Nullable String optionalText(String name) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw new IllegalArgumentException(name + " is no string");
        }
        return node.textValue();
    }

    /** A whole number that must be there. */
    public long number(String name) {
        JsonNode node = object.get(name);
        if (node == null || !node.isNumber() || !node.canConvertToLong()) {
            throw new IllegalArgumentException(name + " is no whole number");
        }
        return node.longValue();
    }

    /** A whole number, or null when absent. */
    public @Nullable Long optionalNumber(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : number(name);
    }

    /** Whole numbers in an array; none when there is no such array. */
    public List<Long> numbers(String name) {
        List<Long> numbers = new ArrayList<>();
        if (object.get(name) instanceof ArrayNode array) {
            for (JsonNode node : array) {
                numbers.add(node.longValue());
            }
        }
        return numbers;
    }

    /** True or false; false when absent. */
    public boolean flag(String name) {
        return object.path(name).booleanValue();
    }

    /** The elements of an array that must be there. */
    public Iterable<JsonNode> array(String name) {
        JsonNode node = object.get(name);
        if (node == null || !node.isArray()) {
            throw new IllegalArgumentException(name + " is no array");
        }
        return node;
    }

    /** An object, if it is there. */
    public Optional<ObjectNode> optionalObject(String name) {
        return object.get(name) instanceof ObjectNode found ? Optional.of(found) : Optional.empty();
    }

    /** The fields of an object that must be there. */
    public StoredFields object(String name) {
        if (object.get(name) instanceof ObjectNode found) {
            return new StoredFields(found);
        }
        throw new IllegalArgumentException(name + " is missing");
    }

    /** Whether this field is there and no other. */
    public boolean hasOnly(String name) {
        return object.size() == 1 && object.has(name);
    }

    /** The fields of other names than these, in their order. */
    public Map<String, JsonNode> rest(Set<String> known) {
        Map<String, JsonNode> rest = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!known.contains(field.getKey())) {
                rest.put(field.getKey(), field.getValue());
            }
        }
        return rest;
    }
}
