package dev.danamemory.agents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.agents.demo.DemoAgent;
import dev.danamemory.agents.demo.DemoAgentKind;
import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.chat.AgentReply;
import dev.danamemory.chat.Agents;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.MemorySettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfiguredAgentsTest {
    private static final Agent ECHO = request -> new AgentReply(request.message(), List.of());
    private static final AgentKind PICKY = definition -> {
        if (!definition.options().path("model").isTextual()) {
            throw new InvalidInputException("model", "is missing; it must be a text");
        }
        return ECHO;
    };
    private static final Map<String, AgentKind> KINDS = Map.of(DemoAgentKind.NAME, new DemoAgentKind(), "picky", PICKY);

    @TempDir
    Path folder;

    private String file(String json) throws IOException {
        return Files.writeString(folder.resolve("agents.json"), json).toString();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void withoutAFileThePackagedDefinitionHolds(String agentsFile) {
        Agents agents = ConfiguredAgents.read(agentsFile, KINDS, 25);
        assertThat(agents.definitions()).singleElement().satisfies(agent -> {
            assertThat(agent.id()).isEqualTo(Agents.DEFAULT);
            assertThat(agent.name()).isEqualTo("Memory Bot");
            assertThat(agent.description()).isNotBlank();
            assertThat(agent.kind()).isEqualTo("demo");
            assertThat(agent.timeoutSeconds()).isEqualTo(25);
            assertThat(agent.memory()).isEqualTo(MemorySettings.defaults());
            assertThat(agent.options().isEmpty()).isTrue();
            assertThat(agents.agent(agent)).isInstanceOf(DemoAgent.class);
        });
    }

    @Test
    void eachDefinitionGetsTheAgentOfItsKindOnce() throws IOException {
        Agents agents = ConfiguredAgents.read(
                file("{\"agents\": [{}, {\"id\": \"p\", \"kind\": \"picky\", \"model\": \"m\"}]}"), KINDS, 25);
        AgentDefinition picky = agents.find("p").orElseThrow();
        assertThat(agents.agent(picky)).isSameAs(ECHO);
        AgentDefinition demo = agents.find("default").orElseThrow();
        assertThat(agents.agent(demo)).isInstanceOf(DemoAgent.class).isSameAs(agents.agent(demo));
        assertThat(agents.find("nobody")).isEmpty();
    }

    @Test
    void settingsOfAnAgentThatIsNotNamedAreThoseOfTheDefaultOne() throws IOException {
        Agents agents = ConfiguredAgents.read(file("{\"agents\": [{\"memory\": {\"window\": 7}}]}"), KINDS, 25);
        assertThat(agents.settingsOf(null).window()).isEqualTo(7);
        assertThat(agents.settingsOf("gone")).isEqualTo(MemorySettings.defaults());
    }

    @Test
    void aKindsOwnFaultNamesFileAgentAndField() throws IOException {
        String file = file("{\"agents\": [{}, {\"id\": \"p\", \"kind\": \"picky\"}]}");
        assertThatThrownBy(() -> ConfiguredAgents.read(file, KINDS, 25))
                .isInstanceOf(AgentsFileException.class)
                .hasMessage("agents file " + file + ": agent \"p\": model is missing; it must be a text");
    }

    @Test
    void theDemoKindRefusesOptionsSoThatATypoStopsTheStart() throws IOException {
        String file = file("{\"agents\": [{\"timeout_second\": 3}]}");
        assertThatThrownBy(() -> ConfiguredAgents.read(file, KINDS, 25))
                .isInstanceOf(AgentsFileException.class)
                .hasMessageEndingWith("agent \"default\": timeout_second is not known to agents of kind demo");
    }

    @Test
    void onlyRegisteredKindsAreKnown() throws IOException {
        String file = file("{\"agents\": [{\"kind\": \"picky\", \"model\": \"m\"}]}");
        assertThatThrownBy(() -> ConfiguredAgents.read(file, Map.of("demo", new DemoAgentKind()), 25))
                .isInstanceOf(AgentsFileException.class)
                .hasMessageContaining("kind is not known; known are: demo");
    }

    @Test
    void aFileThatCannotBeReadIsNamed() throws IOException {
        String missing = folder.resolve("none.json").toString();
        String directory = Files.createDirectory(folder.resolve("dir")).toString();
        assertThatThrownBy(() -> ConfiguredAgents.read(missing, KINDS, 25))
                .isInstanceOf(AgentsFileException.class)
                .hasMessageStartingWith("agents file " + missing + ": is not there");
        assertThatThrownBy(() -> ConfiguredAgents.read(directory, KINDS, 25))
                .isInstanceOf(AgentsFileException.class)
                .hasMessageStartingWith("agents file " + directory + ": cannot be read");
        assertThatThrownBy(() -> ConfiguredAgents.read("a\0b", KINDS, 25))
                .isInstanceOf(AgentsFileException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void definitionsFromElsewhereAreCalledByTheirPlace() {
        byte[] wrong = "{\"agents\": [{\"kind\": \"none\"}]}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ConfiguredAgents.of("s3://bucket/agents.json", wrong, KINDS, 25))
                .isInstanceOf(AgentsFileException.class)
                .hasMessageStartingWith("agents file s3://bucket/agents.json: agent \"default\": kind is not known");
    }

    @Test
    void aDefinitionOfAnotherCatalogueIsRefused() throws IOException {
        Agents two = ConfiguredAgents.read(file("{\"agents\": [{}, {\"id\": \"b\"}]}"), KINDS, 25);
        Agents packaged = ConfiguredAgents.read(null, KINDS, 25);
        AgentDefinition foreign = two.find("b").orElseThrow();
        assertThatThrownBy(() -> packaged.agent(foreign)).isInstanceOf(IllegalArgumentException.class);
    }
}
