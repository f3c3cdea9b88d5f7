package dev.danamemory.dana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.Ids;
import dev.danamemory.model.Unicode;
import org.jspecify.annotations.Nullable;

/** Which values in a file's {@code metadata} are the conversation's own agent and title; any other is a caller's key. */
final class OwnNames {
    static final String AGENT_ID = "agent_id";
    static final String TITLE = "title";

    private static final int LONGEST_TITLE = 200;

    private OwnNames() {}

    /** Whether a value under that name says who the agent is or what the title is. */
    static boolean isOwn(String name, @Nullable JsonNode value) {
        if (value == null || !value.isTextual()) {
            return false;
        }
        String text = value.textValue();
        return switch (name) {
            case AGENT_ID -> Ids.isId(text);
            case TITLE -> !text.isBlank() && Unicode.codePoints(text) <= LONGEST_TITLE;
            default -> false;
        };
    }

    /** Whether a caller's key of that name stands there, which is to come back as it was. */
    static boolean isForeign(String name, ObjectNode metadata) {
        return metadata.has(name) && !isOwn(name, metadata.get(name));
    }

    /** Takes the value out of the metadata if it is the conversation's own; else it stays, and null is returned. */
    static @Nullable String take(String name, ObjectNode metadata) {
        return isOwn(name, metadata.get(name)) ? metadata.remove(name).textValue() : null;
    }
}
