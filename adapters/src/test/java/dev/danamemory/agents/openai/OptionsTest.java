package dev.danamemory.agents.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.agents.AgentKind;
import dev.danamemory.agents.AgentsFileException;
import dev.danamemory.agents.ConfiguredAgents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a definition of this kind may say; each fault's message names file, agent and field. */
class OptionsTest {
    private static final Map<String, String> VALUES = Map.of(
            "MODEL_KEY", " sk-abc\n", "EMPTY", "", "BLANK", " \t", "TWO_LINES", "sk-a\r\nX: y", "UMLAUT", "sk-ä");
    private static final Map<String, AgentKind> KINDS =
            Map.of(OpenAiAgentKind.NAME, new OpenAiAgentKind(OptionsTest::value, OptionsTest::value));

    @TempDir
    private Path folder;

    private static Optional<String> value(String name) {
        return Optional.ofNullable(VALUES.get(name));
    }

    private static Options read(String json) {
        return Options.read((ObjectNode) Asking.json(json), OptionsTest::value, OptionsTest::value);
    }

    private ConfiguredAgents agents(String options) throws IOException {
        Path file = Files.writeString(
                folder.resolve("agents.json"), "{\"agents\": [{\"kind\": \"openai\"" + options + "}]}");
        return ConfiguredAgents.read(file.toString(), KINDS, 25);
    }

    @Test
    void aDefinitionMakesAnAgent() throws IOException {
        ConfiguredAgents agents = agents("""
                , "endpoint": "http://127.0.0.1:11434/v1", "model": "llama3.2", "api_key_env": null""");

        assertThat(agents.agent(agents.definitions().getFirst())).isInstanceOf(OpenAiAgent.class);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            "model": "m"                                            | endpoint is missing; agents of kind openai must have one
            "endpoint": null, "model": "m"                          | endpoint is missing
            "endpoint": 7, "model": "m"                             | endpoint must be a text that is not blank
            "endpoint": "http://10.0.0.7/v1", "model": "m"          | endpoint must be https, or http to loopback
            "endpoint": "https://a/v1"                              | model is missing; agents of kind openai must have one
            "endpoint": "https://a/v1", "model": ""                 | model must be a text that is not blank
            "endpoint": "https://a/v1", "model": "\\ud800"          | model must be a text that is not blank
            "endpoint": "https://a/v1", "model": []                 | model must be a text that is not blank
            "endpoint": "https://a/v1", "model": "m", "modle": "m"  | modle is not known to agents of kind openai
            "endpoint": "https://a/v1", "model": "m", "x": null     | x is not known to agents of kind openai
            """)
    void wrongDefinitionsStopTheStart(String options, String message) {
        assertThatThrownBy(() -> agents(", " + options))
                .isInstanceOf(AgentsFileException.class)
                .hasMessageStartingWith(
                        "agents file " + folder.resolve("agents.json") + ": agent \"default\": " + message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            "api_key_env": "MISSING"                                | api_key_env names an environment variable that is not there
            "api_key_env": "EMPTY"                                  | api_key_env names an environment variable that is not there
            "api_key_env": "BLANK"                                  | api_key_env names an environment variable that is not there
            "api_key_env": "TWO_LINES"                              | api_key_env names an environment variable that holds no key
            "api_key_env": "UMLAUT"                                 | api_key_env names an environment variable that holds no key
            "api_key_env": ""                                       | api_key_env must be a text that is not blank
            "api_key_env": "sk-abc"                                 | api_key_env must be the name of an environment variable
            "api_key_secret": "MISSING"                             | api_key_secret names a secret that is not there or empty
            "api_key_secret": "UMLAUT"                              | api_key_secret names a secret that holds no key
            "api_key_secret": 7                                     | api_key_secret must be a text that is not blank
            "api_key_secret": "MODEL_KEY", "api_key_env": "MODEL_KEY" | api_key_secret stands beside api_key_env
            """)
    void aKeyThatIsNamedMustBeThere(String keys, String message) {
        assertThatThrownBy(() -> agents(", \"endpoint\": \"https://a/v1\", \"model\": \"m\", " + keys))
                .isInstanceOf(AgentsFileException.class)
                .hasMessageContaining("agent \"default\": " + message)
                // often the key itself stands there by mistake
                .hasMessageNotContaining("sk-");
    }

    @Test
    void theKeyComesFromWhereItIsNamed() {
        String options = "{\"endpoint\": \"https://a/v1\", \"model\": \"m\"";

        assertThat(read(options + ", \"api_key_env\": \"MODEL_KEY\"}").authorization())
                .contains("Bearer sk-abc");
        assertThat(read(options + ", \"api_key_secret\": \"MODEL_KEY\"}").authorization())
                .contains("Bearer sk-abc");
        assertThat(read(options + "}").authorization()).isEmpty();
    }

    @Test
    void nothingPrintsTheKey() {
        Options options = read("{\"endpoint\": \"https://a/v1\", \"model\": \"m\", \"api_key_env\": \"MODEL_KEY\"}");

        assertThat(List.of(options).toString()).doesNotContain("sk-abc");
    }

    @Test
    void theDefinitionIsNotChanged() {
        ObjectNode options = (ObjectNode) Asking.json("{\"endpoint\": \"https://a/v1\", \"model\": \"m\"}");
        ObjectNode before = options.deepCopy();

        Options.read(options, OptionsTest::value, OptionsTest::value);

        assertThat(options).isEqualTo(before);
    }
}
