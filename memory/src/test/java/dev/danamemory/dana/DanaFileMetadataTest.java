package dev.danamemory.dana;

import static dev.danamemory.dana.Samples.json;
import static dev.danamemory.dana.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.json.JsonWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DanaFileMetadataTest {
    @Test
    void agentAndTitleAreTakenOutOfTheMetadata() {
        DanaFile file =
                read("{\"history\":[],\"metadata\":{\"title\":\"Ovens\",\"agent_id\":\"baker\",\"user_id\":7}}");
        assertThat(file.agentId()).isEqualTo("baker");
        assertThat(file.title()).isEqualTo("Ovens");
        assertThat(JsonWriter.text(file.metadata())).isEqualTo("{\"user_id\":7}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "42", "\"\"", "\"a/b \"", "{}", "[\"x\"]"})
    void whatIsNoAgentsIdStays(String value) {
        DanaFile file = read("{\"history\":[],\"metadata\":{\"agent_id\":" + value + "}}");
        assertThat(file.agentId()).isNull();
        assertThat(file.metadata().get("agent_id")).isEqualTo(json(value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "42", "\"\"", "\" \\n\"", "{}", "true"})
    void whatIsNoTitleStays(String value) {
        DanaFile file = read("{\"history\":[],\"metadata\":{\"title\":" + value + "}}");
        assertThat(file.title()).isNull();
        assertThat(file.metadata().get("title")).isEqualTo(json(value));
    }

    @Test
    void aTitleHasAtMost200CodePoints() {
        assertThat(read("{\"history\":[],\"metadata\":{\"title\":\"" + "👋".repeat(200) + "\"}}")
                        .title())
                .hasSize(400);
        assertThat(read("{\"history\":[],\"metadata\":{\"title\":\"" + "a".repeat(201) + "\"}}")
                        .title())
                .isNull();
    }

    @Test
    void bookkeepingAndTheFilesOwnIdAreDropped() {
        DanaFile file = read("{\"conversation_id\":\"x/y\",\"history\":[],\"metadata\":{\"_memory\":{\"epoch\":1},"
                + "\"conversation_id\":[],\"session_count\":4}}");
        assertThat(file.conversationId()).isEqualTo("x/y");
        assertThat(file.metadata()).isEmpty();
        assertThat(file.sessionCount()).isEqualTo(4);
    }
}
