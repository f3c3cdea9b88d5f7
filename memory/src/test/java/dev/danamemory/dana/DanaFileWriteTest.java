package dev.danamemory.dana;

import static dev.danamemory.dana.Samples.KEY;
import static dev.danamemory.dana.Samples.read;
import static dev.danamemory.dana.Samples.turn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DanaFileWriteTest {
    private static String names(JsonNode object) {
        StringBuilder names = new StringBuilder();
        object.fieldNames().forEachRemaining(name -> names.append(name).append(' '));
        return names.toString().trim();
    }

    private static JsonNode metadata(String metadata, String shownTitle) {
        return DanaFileCodec.write(read("{\"history\":[],\"metadata\":" + metadata + "}"), KEY, shownTitle)
                .get("metadata");
    }

    @Test
    void keysStandInDanasOrder() {
        JsonNode file = DanaFileCodec.write(
                read("{\"history\":[" + turn("\"zz\":1")
                        + "],\"created_at\":\"2026-11-22\",\"updated_at\":\"2026-11-23\","
                        + "\"summaries\":[{\"turn_count\":1,\"content\":\"c\",\"zz\":1}],"
                        + "\"metadata\":{\"zz\":1,\"session_count\":2,\"agent_id\":\"a\",\"title\":\"T\"}}"),
                KEY,
                null);
        assertThat(names(file)).isEqualTo("conversation_id created_at updated_at history summaries metadata");
        assertThat(names(file.get("history").get(0)))
                .isEqualTo("turn_id turn_number user_input agent_response timestamp metadata status agent_id"
                        + " context_through replaces steps attachments zz");
        assertThat(names(file.get("summaries").get(0)))
                .isEqualTo(
                        "summary_id created_at turn_count content start_turn end_turn start_timestamp end_timestamp zz");
        assertThat(names(file.get("metadata")))
                .isEqualTo("session_count total_turns conversation_id title zz user_id agent_id");
    }

    @Test
    void theConversationIsTheOneItIsNow() {
        JsonNode file = DanaFileCodec.write(
                read("{\"conversation_id\":\"old\",\"history\":[],\"metadata\":{\"conversation_id\":\"older\"}}"),
                KEY,
                null);
        assertThat(file.get("conversation_id").textValue()).isEqualTo("c-1");
        assertThat(file.at("/metadata/conversation_id").textValue()).isEqualTo("c-1");
    }

    @Test
    void theOwnerIsNamedUnlessTheFileNamesSomebody() {
        assertThat(metadata("{}", null).get("user_id").textValue()).isEqualTo("aicha");
        assertThat(metadata("{\"user_id\":\"bob\"}", null).get("user_id").textValue())
                .isEqualTo("bob");
        assertThat(metadata("{\"user_id\":null}", null).get("user_id").isNull()).isTrue();
        assertThat(metadata("{\"user_id\":{\"n\":1.0}}", null).get("user_id")).hasToString("{\"n\":1.0}");
    }

    private static JsonNode metadataOf(String agentId, String title, String callers) {
        DanaFile file = new DanaFile(
                null,
                null,
                null,
                List.of(),
                List.of(),
                1L,
                0,
                agentId,
                title,
                (ObjectNode) Samples.json(callers),
                Map.of());
        return DanaFileCodec.write(file, KEY, title).get("metadata");
    }

    @Test
    void aTitleIsTheFilesElseTheShownOne() {
        assertThat(metadata("{\"title\":\"Ovens\"}", "shown").get("title").textValue())
                .isEqualTo("Ovens");
        assertThat(metadata("{}", "shown").get("title").textValue()).isEqualTo("shown");
        assertThat(metadata("{}", null).has("title")).isFalse();
    }

    @Test
    void noKeyOfACallerStandsInForAgentOrTitle() {
        String callers = "{\"agent_id\":\"zz\",\"title\":\"evil\",\"kept\":1}";
        JsonNode named = metadataOf("default", "Ovens", callers);
        assertThat(named.get("agent_id").textValue()).isEqualTo("default");
        assertThat(named.get("title").textValue()).isEqualTo("Ovens");
        assertThat(named.get("kept").intValue()).isEqualTo(1);

        JsonNode nameless = metadataOf(null, null, callers);
        assertThat(nameless.has("agent_id")).isFalse();
        assertThat(nameless.has("title")).isFalse();
        assertThat(nameless.get("kept").intValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "42", "\"\"", "{\"n\":1.0}", "[]", "LONG"})
    void oddValuesUnderOurNamesComeBackAsTheyWere(String value) {
        String odd = value.replace("LONG", "\"" + "a".repeat(201) + "\"");
        JsonNode written = metadataOf("default", "Ovens", "{\"agent_id\":" + odd + ",\"title\":" + odd + "}");
        assertThat(written.get("agent_id").toString()).isEqualTo(odd);
        assertThat(written.get("title").toString()).isEqualTo(odd);
    }

    @Test
    void noKeyOfACallerStandsInForACounter() {
        ObjectNode callers = JsonNodeFactory.instance
                .objectNode()
                .put("session_count", "many")
                .put("total_turns", -1)
                .put("conversation_id", "x")
                .put("_memory", "x")
                .put("kept", true);
        DanaFile file = new DanaFile(
                null, null, null, List.of(), List.of(), 3L, 5, null, null, callers, Map.of("history", callers));
        JsonNode written = DanaFileCodec.write(file, KEY, null);
        assertThat(JsonWriter.text(written.get("metadata")))
                .isEqualTo("{\"session_count\":3,\"total_turns\":5,\"conversation_id\":\"c-1\",\"kept\":true,"
                        + "\"user_id\":\"aicha\"}");
        assertThat(written.get("history").isArray()).isTrue();
    }

    @Test
    void whatWasReadIsNotChangedByWriting() {
        DanaFile file = read("{\"history\":[],\"metadata\":{\"a\":1}}");
        DanaFileCodec.write(file, KEY, "shown");
        assertThat(JsonWriter.text(file.metadata())).isEqualTo("{\"a\":1}");
    }
}
