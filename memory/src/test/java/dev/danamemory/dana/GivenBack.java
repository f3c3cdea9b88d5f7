package dev.danamemory.dana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.CanonicalJson;
import java.util.Set;

/** Holds an exported file against the imported one: every value there as equal JSON, and nothing added but what may be. */
final class GivenBack {
    private static final Set<String> OF_FILE = Set.of("conversation_id", "summaries", "metadata");
    private static final Set<String> OF_METADATA =
            Set.of("total_turns", "conversation_id", "user_id", "agent_id", "title");
    private static final Set<String> OF_TURN = Set.of(
            "turn_id",
            "turn_number",
            "metadata",
            "status",
            "agent_id",
            "context_through",
            "replaces",
            "steps",
            "attachments");
    private static final Set<String> OF_SUMMARY =
            Set.of("summary_id", "created_at", "start_turn", "end_turn", "start_timestamp", "end_timestamp");

    private GivenBack() {}

    static void assertSame(JsonNode imported, JsonNode exported) {
        ObjectNode before = imported.deepCopy();
        ObjectNode after = exported.deepCopy();
        before.remove("conversation_id");
        assertItems(before.remove("history"), after.remove("history"), OF_TURN, "history");
        assertItems(before.remove("summaries"), after.remove("summaries"), OF_SUMMARY, "summaries");
        JsonNode metadata = before.remove("metadata");
        assertFields(
                metadata == null
                        ? after.objectNode()
                        : metadata.<ObjectNode>deepCopy().without(Set.of("conversation_id", "total_turns", "_memory")),
                after.remove("metadata"),
                OF_METADATA,
                "metadata");
        assertFields(before, after, OF_FILE, "file");
    }

    private static void assertItems(JsonNode imported, JsonNode exported, Set<String> mayBeAdded, String place) {
        assertThat(exported).as(place).hasSize(imported == null ? 0 : imported.size());
        for (int i = 0; i < exported.size(); i++) {
            assertFields(imported.get(i), exported.get(i), mayBeAdded, place + "[" + i + "]");
        }
    }

    private static void assertFields(JsonNode imported, JsonNode exported, Set<String> mayBeAdded, String place) {
        imported.properties().forEach(field -> {
            JsonNode given = exported.get(field.getKey());
            assertThat(given).as("%s.%s", place, field.getKey()).isNotNull();
            assertThat(CanonicalJson.equal(field.getValue(), given))
                    .as("%s.%s: %s, was %s", place, field.getKey(), given, field.getValue())
                    .isTrue();
        });
        exported.fieldNames()
                .forEachRemaining(name -> assertThat(imported.has(name) || mayBeAdded.contains(name))
                        .as("%s.%s may be added", place, name)
                        .isTrue());
    }
}
