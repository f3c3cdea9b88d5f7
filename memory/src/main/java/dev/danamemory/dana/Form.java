package dev.danamemory.dana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Three ways to write one thing as JSON. */
enum Form {
    /** To an API's caller: every field there, the empty ones too, and none that the API does not name. */
    ANSWER,
    /** In a Dana file: the fields of a turn or summary all there, and beside them what a file once brought along. */
    FILE,
    /** In a store: what is empty is left out, what a file brought along is kept. */
    STORED;

    /** Sets a field that may be empty: null, {@code []}, {@code {}} or the value it has when nothing is said. */
    void set(ObjectNode object, String name, JsonNode value, boolean empty) {
        if (!empty || this != STORED) {
            object.set(name, value);
        }
    }

    /** Sets a text that may be null. */
    void set(ObjectNode object, String name, @Nullable String value) {
        if (value != null || this != STORED) {
            object.put(name, value);
        }
    }

    /** Sets a number that may be null. */
    void set(ObjectNode object, String name, @Nullable Long value) {
        if (value != null || this != STORED) {
            object.put(name, value);
        }
    }

    /** Adds what a file brought along. A field of the thing itself wins. */
    ObjectNode finish(ObjectNode object, Map<String, JsonNode> more) {
        if (this != ANSWER) {
            for (Map.Entry<String, JsonNode> key : more.entrySet()) {
                object.putIfAbsent(key.getKey(), key.getValue());
            }
        }
        return object;
    }
}
