package dev.danamemory.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.model.MemorySettings;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentsFileTest {
    private static final String CONTRACT_EXAMPLE = """
            {"agents": [{"id": "default", "name": "Memory Bot", "description": "...", "kind": "demo",
              "system_prompt": "...", "timeout_seconds": 25,
              "memory": {"window": 20, "max_turns": 5, "relevant_turns": 3, "token_budget": 2000,
                         "include_summaries": true, "summarize_every": 20, "summarizer": "rules",
                         "session_minutes": 30}}]}""";

    private static List<AgentDefinition> parse(String json) {
        return new AgentsFile(Set.of("demo", "other"), 25).parse("my.json", json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTheExampleOfTheContract() {
        AgentDefinition agent = parse(CONTRACT_EXAMPLE).getFirst();
        assertThat(agent.id()).isEqualTo("default");
        assertThat(agent.name()).isEqualTo("Memory Bot");
        assertThat(agent.description()).isEqualTo("...");
        assertThat(agent.kind()).isEqualTo("demo");
        assertThat(agent.systemPrompt()).isEqualTo("...");
        assertThat(agent.timeoutSeconds()).isEqualTo(25);
        assertThat(agent.memory()).isEqualTo(MemorySettings.defaults());
        assertThat(agent.options().isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"agents\": [{}]}",
                "{\"agents\": [{\"id\": null, \"name\": null, \"memory\": null, \"timeout_seconds\": null}]}",
                "{\"agents\": [{\"id\": \"default\", \"memory\": {}}]}",
                "{\"agents\": [{\"memory\": {\"window\": null, \"archive_after_days\": null}}]}",
                "{\"agents\": [{\"memory\": {\"window\": 20.0, \"token_budget\": 2e3}}]}",
            })
    void whatIsLeftOutHasTheValueShownInTheContract(String json) {
        AgentDefinition agent = parse(json).getFirst();
        assertThat(agent.id()).isEqualTo("default");
        assertThat(agent.name()).isEqualTo("Memory Bot");
        assertThat(agent.kind()).isEqualTo("demo");
        assertThat(agent.description()).isEmpty();
        assertThat(agent.systemPrompt()).isEmpty();
        assertThat(agent.timeoutSeconds()).isEqualTo(25);
        assertThat(agent.memory()).isEqualTo(MemorySettings.defaults());
    }

    @Test
    void readsEverySettingAndKeepsTheOrder() {
        List<AgentDefinition> agents = parse("""
                {"agents": [
                  {"id": "second~Agent.1", "name": "Näher 👩‍🍳", "kind": "other", "timeout_seconds": 1, "memory":
                    {"window": 200, "max_turns": 0, "relevant_turns": 100, "token_budget": 0,
                     "include_summaries": false, "summarize_every": 500, "summarizer": "default",
                     "session_minutes": 1440, "archive_after_days": 0.5, "delete_after_days": 0}},
                  {"id": "default"}]}""");
        assertThat(agents).extracting(AgentDefinition::id).containsExactly("second~Agent.1", "default");
        assertThat(agents.getFirst().name()).isEqualTo("Näher 👩‍🍳");
        assertThat(agents.getFirst().timeoutSeconds()).isEqualTo(1);
        assertThat(agents.getFirst().memory())
                .isEqualTo(new MemorySettings(200, 0, 100, 0, false, 500, "default", 1440, 0.5, 0.0));
    }

    @Test
    void furtherKeysOfAnAgentAreItsKindsOptions() {
        AgentDefinition agent = parse("""
                {"agents": [{"endpoint": "https://e/v1", "temperature": 0.70, "model": null}]}""").getFirst();
        assertThat(agent.options().get("endpoint").textValue()).isEqualTo("https://e/v1");
        assertThat(agent.options().get("temperature").asText()).isEqualTo("0.70");
        assertThat(agent.options().size()).isEqualTo(3);
    }

    @Test
    void theLongestTimeoutIsTheCallers() {
        byte[] json = "{\"agents\": [{\"timeout_seconds\": 600}]}".getBytes(StandardCharsets.UTF_8);
        assertThat(new AgentsFile(Set.of("demo"), 600)
                        .parse("f", json)
                        .getFirst()
                        .timeoutSeconds())
                .isEqualTo(600);
        assertThatThrownBy(() -> new AgentsFile(Set.of("demo"), 599).parse("f", json))
                .hasMessageContaining("timeout_seconds is out of range: 1 to 599");
    }

    @Test
    void aTimeoutLeftOutStaysBelowAShortLimit() {
        byte[] json = "{\"agents\": [{}]}".getBytes(StandardCharsets.UTF_8);
        assertThat(new AgentsFile(Set.of("demo"), 10)
                        .parse("f", json)
                        .getFirst()
                        .timeoutSeconds())
                .isEqualTo(10);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        assertThatThrownBy(() -> new AgentsFile(Set.of("demo"), 25).parse("my.json", new byte[] {(byte) 0xC3, '{'}))
                .isInstanceOf(AgentsFileException.class)
                .hasMessage("agents file my.json: must be JSON: not valid UTF-8");
    }
}
