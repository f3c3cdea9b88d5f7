package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.agents.AgentsFileException;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.chat.Agents;
import dev.danamemory.functions.chat.ChatHandler;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the environment can say. */
class WiringTest {
    @TempDir
    Path folder;

    private Ports ports(String... more) {
        Map<String, String> environment = new HashMap<>(Map.of("MEMORY_DATA_DIR", folder.toString()));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return new Wiring(environment).ports();
    }

    private static Reply chat(Ports ports, String claims) throws IOException {
        String event = "{\"routeKey\":\"POST /chat\",\"headers\":{\"content-type\":\"application/json\"},"
                + "\"body\":\"{\\\"message\\\":\\\"My name is Ada.\\\"}\","
                + "\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":" + claims + "}}}}";
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new ChatHandler(ports)
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        answer,
                        new LambdaCall(29_000));
        return Reply.of(answer.toByteArray());
    }

    @Test
    void fileStoreAndPackagedAgentsAreTheDefault() throws IOException {
        Reply reply = chat(ports(), "{\"sub\":\"ada\"}").hasStatus(200);
        assertThat(reply.text("agent_id")).isEqualTo("default");
        assertThat(reply.text("agent_response")).isNotBlank();
        assertThat(folder.resolve("conversations")).isDirectory();
    }

    @Test
    void hashOfUsersIsTheStoresOwn() {
        assertThat(ports().hash().of("ada"))
                .isEqualTo(ports().hash().of("ada"))
                .isNotEqualTo(ports().hash().of("bob"))
                .matches("[0-9a-f]{64}");
    }

    @Test
    void claimThatNamesTheUser() throws IOException {
        Ports ports = ports("MEMORY_USER_CLAIM", "email");
        chat(ports, "{\"sub\":\"1\",\"email\":\"ada@example.com\"}").hasStatus(200);
        chat(ports, "{\"sub\":\"1\"}").isProblem(401, "unauthorized");
    }

    @Test
    void agentsFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("agents.json"),
                "{\"agents\":[{\"id\":\"default\",\"name\":\"N\",\"description\":\"D\",\"kind\":\"demo\"}]}");
        assertThat(ports("AGENTS_FILE", file.toString()).agents().definitions()).hasSize(1);
        Path wrong = Files.writeString(
                folder.resolve("wrong.json"), "{\"agents\":[{\"id\":\"default\",\"kind\":\"none\"}]}");
        assertThatThrownBy(() -> ports("AGENTS_FILE", wrong.toString()))
                .isInstanceOf(AgentsFileException.class)
                .hasMessageContaining("wrong.json");
    }

    @Test
    void whoeverOnlyReadsNeedsNoKeysOfAgents() throws IOException {
        Path file = Files.writeString(
                folder.resolve("agents.json"),
                "{\"agents\":[{\"id\":\"default\",\"name\":\"N\",\"description\":\"D\",\"kind\":\"openai\","
                        + "\"endpoint\":\"https://api.example.com/v1\",\"model\":\"m\",\"api_key_env\":\"NOT_THERE\"}]}");
        Wiring wiring = new Wiring(Map.of("MEMORY_DATA_DIR", folder.toString(), "AGENTS_FILE", file.toString()));
        assertThatThrownBy(wiring::ports)
                .isInstanceOf(AgentsFileException.class)
                .hasMessageContaining("api_key_env names an environment variable that is not there");
        Agents agents = wiring.portsOfReader().agents();
        AgentDefinition definition = agents.find("default").orElseThrow();
        assertThat(definition.memory().window()).isEqualTo(20);
        assertThatThrownBy(() -> agents.agent(definition).reply(null))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this function calls no agent");
    }

    @Test
    void idsAreMadeAnewAfterARestore() {
        Wiring wiring = new Wiring(Map.of("MEMORY_DATA_DIR", folder.toString()));
        String before = wiring.ports().ids().nonce();
        wiring.renew();
        assertThat(wiring.ports().ids().nonce()).isNotEqualTo(before);
    }

    @Test
    void storeThatNobodyKnows() {
        assertThatThrownBy(() -> ports("MEMORY_STORE", "memory"))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("file, s3 or dynamodb");
    }

    @Test
    void folderHasToBeSaidAndUsable() throws IOException {
        assertThatThrownBy(() -> ports("MEMORY_DATA_DIR", " "))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("MEMORY_DATA_DIR");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> ports("MEMORY_DATA_DIR", file.toString()))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("MEMORY_DATA_DIR");
    }
}
