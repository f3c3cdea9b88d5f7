package dev.danamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.local.ServerProcess.Reply;
import dev.danamemory.servers.FaultyProxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner on a store that other machines use too, as processes of their own. */
abstract class CloudRunnerTest {
    @TempDir
    Path folder;

    /** As {@code --store} names it. */
    abstract String store();

    abstract URI server();

    /** What it takes to reach an empty store behind an address. */
    abstract Map<String, String> environment(URI endpoint);

    /** What is said when nobody answers. */
    abstract String complaint();

    @Test
    void twoServersShareAStoreThatTheFirstOneMakes() throws Exception {
        try (ServerProcess one = start();
                ServerProcess two = start()) {
            Reply first = one.chat("", "My name is Ada.");
            assertThat(first.status()).isEqualTo(200);
            String id = first.json().path("conversation_id").asText();

            assertThat(number(two.chat(id, "What is my name?"))).isEqualTo(2);
            assertThat(one.get("/conversations/" + id + "/turns").json().path("turns"))
                    .hasSize(2);
            assertThat(one.stop()).isZero();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void keysTurnIdsAndRedactionsHoldOverRestartsAndBetweenServers() throws Exception {
        JsonNode message = json("{'message': 'My name is Ada.', 'conversation_id': null}");
        JsonNode told = json("{'user_input': 'secret', 'agent_response': 'noted', 'turn_id': 'told-1'}");
        JsonNode otherwise = json("{'user_input': 'other', 'agent_response': 'noted', 'turn_id': 'told-1'}");
        Reply first;
        String turns;
        try (ServerProcess one = start();
                ServerProcess two = start()) {
            first = one.post("/chat", message, "key-1");
            assertThat(first.status()).isEqualTo(200);
            Reply again = two.post("/chat", message, "key-1");
            assertThat(again.json().path("message_id")).isEqualTo(first.json().path("message_id"));

            turns = "/conversations/" + first.json().path("conversation_id").asText() + "/turns";
            assertThat(one.post(turns, told).status()).isEqualTo(201);
            assertThat(two.post(turns, told).status()).isEqualTo(200);
            assertThat(one.stop()).isZero();
        }
        try (ServerProcess restarted = start();
                ServerProcess other = start()) {
            assertThat(restarted.post("/chat", message, "key-1").json().path("message_id"))
                    .isEqualTo(first.json().path("message_id"));
            assertThat(restarted.post(turns, told).status()).isEqualTo(200);
            assertThat(other.post(turns, otherwise).status()).isEqualTo(409);

            assertThat(restarted.delete(turns + "/told-1").status()).isEqualTo(204);
            assertThat(restarted.delete(turns + "/1").status()).isEqualTo(204);
            assertThat(problem(other.post(turns, told))).isEqualTo("/problems/turn-gone");
            assertThat(problem(other.post("/chat", message, "key-1"))).isEqualTo("/problems/turn-gone");
            Reply page = other.get(turns);
            assertThat(page.json().path("turns"))
                    .hasSize(2)
                    .allMatch(turn -> turn.path("status").asText().equals("redacted"));
            assertThat(page.body()).doesNotContain("secret").doesNotContain("Ada");
        }
    }

    @Test
    void theCommandsUseItToo() throws Exception {
        Map<String, String> environment = environment(server());

        String said = run(environment, "chat", "--store", store(), "--data", folder.toString(), "My name is Ada.");
        String remembered =
                run(environment, "chat", "--store", store(), "--data", folder.toString(), "What is my name?");

        assertThat(said).isNotBlank();
        assertThat(remembered).contains("Ada");
    }

    @Test
    void aStoreThatIsGoneEndsTheStartWithAMessage() throws Exception {
        FaultyProxy gone = FaultyProxy.before(server());
        URI url = gone.url();
        gone.close();

        try (ChildProcess process =
                ChildProcess.start(Main.class, environment(url), "serve", "--port", "0", "--data", folder.toString())) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.errors()).contains(complaint()).doesNotContain("\tat ");
        }
    }

    private ServerProcess start() throws Exception {
        return ServerProcess.start(folder, environment(server()));
    }

    private static int number(Reply chat) {
        return chat.json().path("turn_number").asInt();
    }

    private static String problem(Reply refused) {
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        return refused.json().path("type").asText();
    }

    private static JsonNode json(String quoted) {
        return JsonReader.strict().read(quoted.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static String run(Map<String, String> environment, String... arguments) throws Exception {
        try (ChildProcess process = ChildProcess.start(Main.class, environment, arguments)) {
            String line = process.line();
            assertThat(process.exitCode()).as(process.errors()).isZero();
            return line;
        }
    }
}
