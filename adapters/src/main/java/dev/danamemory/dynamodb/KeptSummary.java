package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.dana.SummaryJson;
import dev.danamemory.model.Summary;
import org.jspecify.annotations.Nullable;

/**
 * A summary in the conversation item: itself, or where it is when it is too large to be read with every turn.
 *
 * @param summary or null, and then it is in the parts
 * @param parts or null
 */
record KeptSummary(@Nullable Summary summary, @Nullable Body parts) {
    private static final String PARTS = "parts";

    JsonNode json() {
        if (summary != null) {
            return SummaryJson.stored(summary);
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set(PARTS, parts == null ? null : parts.reference());
        return json;
    }

    // a summary has content, and a reference has none
    static KeptSummary of(JsonNode json) {
        return json.has("content")
                ? new KeptSummary(SummaryJson.fromStored(json), null)
                : new KeptSummary(null, Body.referred(json.path(PARTS)));
    }
}
