package dev.danamemory.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.servers.FaultyProxy;
import dev.danamemory.servers.S3Server;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner on S3, as processes of their own. */
class S3RunnerTest {
    private final String bucket = "dana-" + UUID.randomUUID();

    @TempDir
    Path folder;

    @Test
    void twoServersShareABucketThatTheFirstOneMakes() throws Exception {
        try (ServerProcess one = ServerProcess.start(
                        folder, environment(S3Server.shared().url()));
                ServerProcess two = ServerProcess.start(
                        folder, environment(S3Server.shared().url()))) {
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
        Map<String, String> environment = environment(S3Server.shared().url());

        String said = run(environment, "chat", "--store", "s3", "--data", folder.toString(), "My name is Ada.");
        String remembered = run(environment, "chat", "--store", "s3", "--data", folder.toString(), "What is my name?");

        assertThat(said).isNotBlank();
        assertThat(remembered).contains("Ada");
    }

    @Test
    void aStoreThatIsGoneEndsTheStartWithAMessage() throws Exception {
        FaultyProxy gone = FaultyProxy.before(S3Server.shared().url());
        URI url = gone.url();
        gone.close();

        try (ChildProcess process =
                ChildProcess.start(Main.class, environment(url), "serve", "--port", "0", "--data", folder.toString())) {
            assertThat(process.exitCode()).isEqualTo(1);
            assertThat(process.errors())
                    .contains("The store can't be reached. S3 did not")
                    .doesNotContain("\tat ");
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
                "s3",
                "MEMORY_BUCKET",
                bucket,
                "AWS_ENDPOINT_URL_S3",
                endpoint.toString(),
                "AWS_REGION",
                S3Server.REGION,
                "AWS_ACCESS_KEY_ID",
                S3Server.ACCESS_KEY,
                "AWS_SECRET_ACCESS_KEY",
                S3Server.SECRET_KEY);
    }
}
