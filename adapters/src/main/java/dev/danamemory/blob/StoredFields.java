package dev.danamemory.blob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A stored object's fields, read as what they must be; anything else is damage and throws. */
final class StoredFields {
    private final ObjectNode object;

    private StoredFields(ObjectNode object) {
        this.object = object;
    }

    static StoredFields of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new StoredFields(object);
        }
        throw new IllegalArgumentException("an object was expected");
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw new IllegalArgumentException(name + " is no string");
        }
        return node.textValue();
    }

    long number(String name) {
        JsonNode node = object.get(name);
        if (node == null || !node.canConvertToLong() || !node.isNumber()) {
            throw new IllegalArgumentException(name + " is no whole number");
        }
        return node.longValue();
    }

    @Nullable
    Long optionalNumber(String name) {
        JsonNode node = object.get(name);
        return node == null || node.isNull() ? null : number(name);
    }

    /** Numbers in an array, none when there is no such array. */
    List<Long> numbers(String name) {
        List<Long> numbers = new ArrayList<>();
        object.path(name).forEach(node -> numbers.add(node.longValue()));
        return numbers;
    }

    boolean flag(String name) {
        return object.path(name).booleanValue();
    }

    Iterable<JsonNode> array(String name) {
        JsonNode node = object.get(name);
        if (node == null || !node.isArray()) {
            throw new IllegalArgumentException(name + " is no array");
        }
        return node;
    }

    StoredFields object(String name) {
        return optionalObject(name)
                .map(StoredFields::new)
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing"));
    }

    Optional<ObjectNode> optionalObject(String name) {
        return object.get(name) instanceof ObjectNode found ? Optional.of(found) : Optional.empty();
    }

    boolean hasOnly(String name) {
        return object.size() == 1 && object.has(name);
    }

    Map<String, JsonNode> rest(Set<String> known) {
        Map<String, JsonNode> rest = new LinkedHashMap<>();
        object.properties().forEach(field -> {
            if (!known.contains(field.getKey())) {
                rest.put(field.getKey(), field.getValue());
            }
        });
        return rest;
    }
}
