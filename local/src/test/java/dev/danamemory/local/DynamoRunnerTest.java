package dev.danamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.servers.DynamoDbServer;
import dev.danamemory.servers.FaultyProxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner on DynamoDB, as processes of their own. */
class DynamoRunnerTest {
    private final String table = "dana-" + UUID.randomUUID();

    @TempDir
    Path folder;

    @Test
    void twoServersShareATableThatTheFirstOneMakes() throws Exception {
        try (ServerProcess one = ServerProcess.start(
                        folder, environment(DynamoDbServer.shared().url()));
                ServerProcess two = ServerProcess.start(
                        folder, environment(DynamoDbServer.shared().url()))) {
            var first = one.chat("", "My name is Ada.");
            assertThat(first.status()).isEqualTo(200);
            String id = first.json().path("conversation_id").asText();

            assertThat(two.chat(id, "What is my name?")
                            .json()
                            .path("turn_number")
                            .asInt())
                    .isEqualTo(2);
            assertThat(one.get("/conversations/" + id + "/turns").json().path("turns"))
                    .hasSize(2);
            assertThat(one.stop()).isZero();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void theCommandsUseItToo() throws Exception {
        Map<String, String> environment = environment(DynamoDbServer.shared().url());

        String said = run(environment, "chat", "--store", "dynamodb", "--data", folder.toString(), "My name is Ada.");
        String remembered =
                run(environment, "chat", "--store", "dynamodb", "--data", folder.toString(), "What is my name?");

        assertThat(said).isNotBlank();
        assertThat(remembered).contains("Ada");
    }

    @Test
    void aStoreThatIsGoneEndsTheStartWithAMessage() throws Exception {
        FaultyProxy gone = FaultyProxy.before(DynamoDbServer.shared().url());
        URI url = gone.url();
        gone.close();

        try (ChildProcess process =
                ChildProcess.start(Main.class, environment(url), "serve", "--port", "0", "--data", folder.toString())) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.errors()).contains("DynamoDB does not answer").doesNotContain("\tat ");
        }
    }

    private static String run(Map<String, String> environment, String... arguments) throws Exception {
        try (ChildProcess process = ChildProcess.start(Main.class, environment, arguments)) {
            String line = process.line();
            assertThat(process.exitCode()).as(process.errors()).isZero();
            return line;
        }
    }

    private Map<String, String> environment(URI endpoint) {
        return Map.of(
                "MEMORY_STORE",
                "dynamodb",
                "MEMORY_TABLE",
                table,
                "AWS_ENDPOINT_URL_DYNAMODB",
                endpoint.toString(),
                "AWS_REGION",
                DynamoDbServer.REGION,
                "AWS_ACCESS_KEY_ID",
                DynamoDbServer.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                DynamoDbServer.SECRET_KEY);
    }
}
