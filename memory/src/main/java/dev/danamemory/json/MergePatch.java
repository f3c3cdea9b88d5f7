package dev.danamemory.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON merge patch, RFC 7396. */
public final class MergePatch {
    private MergePatch() {}

    /**
     * A new object: the target with the patch's keys set, those that the patch has as null removed, deeply. A patch that
     * is no object leaves nothing, as null does.
     */
    public static ObjectNode apply(ObjectNode target, JsonNode patch) {
        ObjectNode patched = JsonNodeFactory.instance.objectNode();
        if (!patch.isObject()) {
            return patched;
        }
        patched.setAll(target);
        patch.properties().forEach(field -> {
            JsonNode value = field.getValue();
            if (value.isNull()) {
                patched.remove(field.getKey());
            } else if (value instanceof ObjectNode inner) {
                ObjectNode present = patched.get(field.getKey()) instanceof ObjectNode old
                        ? old
                        : JsonNodeFactory.instance.objectNode();
                patched.set(field.getKey(), apply(present, inner));
            } else {
                patched.set(field.getKey(), value);
            }
        });
        return patched;
    }
}
