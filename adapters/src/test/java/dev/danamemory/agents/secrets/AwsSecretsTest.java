package dev.danamemory.agents.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.agents.AgentKind;
import dev.danamemory.agents.AgentsFileException;
import dev.danamemory.agents.ConfiguredAgents;
import dev.danamemory.agents.openai.OpenAiAgentKind;
import dev.danamemory.model.InvalidInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;

@Timeout(60)
class AwsSecretsTest {
    private static final String KEY = "sk-zebra";

    @TempDir
    private Path folder;

    private FakeSecretsManager server;
    private AwsSecrets secrets;

    @BeforeEach
    void start() throws IOException {
        server = new FakeSecretsManager();
        secrets = new AwsSecrets(() -> client(server.endpoint(), Duration.ofSeconds(8)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static SecretsManagerClient client(URI endpoint, Duration longest) {
        return SecretsManagerClient.builder()
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKIDTEST", "secret")))
                .overrideConfiguration(settings -> settings.apiCallTimeout(longest)
                        .retryStrategy(StandardRetryStrategy.builder()
                                .backoffStrategy(BackoffStrategy.retryImmediately())
                                .throttlingBackoffStrategy(BackoffStrategy.retryImmediately())
                                .build()))
                .build();
    }

    @Test
    void theTextIsHadWithASignedQuestion() {
        server.keep("prod/model-key", KEY);

        assertThat(secrets.apply("prod/model-key")).hasValue(KEY);
        assertThat(server.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.target()).isEqualTo("secretsmanager.GetSecretValue");
            assertThat(asked.secretId()).isEqualTo("prod/model-key");
            assertThat(asked.authorization())
                    .startsWith("AWS4-HMAC-SHA256 Credential=AKIDTEST/")
                    .contains("/eu-central-1/secretsmanager/aws4_request, SignedHeaders=")
                    .containsPattern("Signature=[0-9a-f]{64}$");
        });
    }

    @Test
    void anArnIsAName() {
        server.keep("k", KEY);

        assertThat(secrets.apply("arn:aws:secretsmanager:eu-central-1:123456789012:secret:k-a1b2c3"))
                .hasValue(KEY);
    }

    @Test
    void aRotatedSecretIsTheNewOne() {
        server.keep("k", "old");
        assertThat(secrets.apply("k")).hasValue("old");
        server.keep("k", "new");
        assertThat(secrets.apply("k")).hasValue("new");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"OPENAI_API_KEY\":\"" + KEY + "\"}",
                " {\n  \"api_key\" : \"" + KEY + "\"\n}\n",
                "{\"key\": \"sk-\\u007aebra\"}"
            })
    void theOneFieldOfAnObjectIsTheKey(String text) {
        assertThat(secrets.apply(kept(text))).hasValue(KEY);
    }

    private String kept(String text) {
        server.keep("k", text);
        return "k";
    }

    @ParameterizedTest
    @ValueSource(strings = {"{sk-zebra}", "{", "[\"sk-zebra\"]", "\"sk-zebra\"", "sk-zebra\n"})
    void whatIsNoObjectIsTheTextItself(String text) {
        assertThat(secrets.apply(kept(text))).hasValue(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"a\": \"sk-zebra\", \"b\": \"sk-zebra\"}",
                "{\"a\": 7}",
                "{\"a\": {\"b\": \"sk-zebra\"}}"
            })
    void anObjectOfAnotherShapeIsRefused(String text) {
        assertThatThrownBy(() -> secrets.apply(kept(text)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("api_key_secret: names a secret of several fields")
                .hasMessageNotContaining(KEY);
    }

    @Test
    void whatIsNotThereOrNoTextIsNothing() {
        server.keep("binary", "SecretBinary", "AAEC");

        assertThat(secrets.apply("nobody")).isEmpty();
        assertThat(secrets.apply("binary")).isEmpty();
    }

    @Test
    void aStumbleIsTriedAgain() {
        server.keep("k", KEY).failOnce(500, "InternalServiceError").failOnce(400, "ThrottlingException");

        assertThat(secrets.apply("k")).hasValue(KEY);
        assertThat(server.asked()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDeniedException", "DecryptionFailure", "InvalidRequestException"})
    void aRefusalSaysWhatIsNeeded(String type) {
        server.keep("k", KEY).failOnce(400, type);

        assertThatThrownBy(() -> secrets.apply("k"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContainingAll("(" + type + ")", "secretsmanager:GetSecretValue", "kms:Decrypt")
                .hasMessageNotContaining(KEY)
                .hasNoCause();
    }

    @Test
    void aServiceThatIsNotThereIsNamed() throws IOException {
        URI nobody;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + closed.getLocalPort());
        }
        AwsSecrets lost = new AwsSecrets(() -> client(nobody, Duration.ofSeconds(8)));

        assertThatThrownBy(() -> lost.apply("k"))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("can't be asked for it (SdkClientException); check region");
    }

    @Test
    void aServiceThatIsSilentDoesNotHoldUpTheStart() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
            URI endpoint = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            AwsSecrets waiting = new AwsSecrets(() -> client(endpoint, Duration.ofMillis(200)));

            assertThatThrownBy(() -> waiting.apply("k"))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("can't be asked for it (ApiCallTimeoutException)");
        }
    }

    @Test
    void aKeyThatIsNamedAndNotThereStopsTheStart() throws IOException {
        Path file = Files.writeString(folder.resolve("agents.json"), """
                {"agents": [{}, {"id": "cloud", "kind": "openai", "endpoint": "https://api.example.com/v1", "model": "m",
                  "api_key_secret": "prod/model-key"}]}""");
        Map<String, AgentKind> kinds =
                Map.of("demo", definition -> null, "openai", new OpenAiAgentKind(name -> Optional.empty(), secrets));

        assertThatThrownBy(() -> ConfiguredAgents.read(file.toString(), kinds, 25))
                .isInstanceOf(AgentsFileException.class)
                .hasMessage("agents file " + file + ": agent \"cloud\": api_key_secret names a secret that is not there"
                        + " or empty; it must hold the key");

        server.failOnce(400, "AccessDeniedException");
        assertThatThrownBy(() -> ConfiguredAgents.read(file.toString(), kinds, 25))
                .isInstanceOf(AgentsFileException.class)
                .hasMessageStartingWith("agents file " + file + ": agent \"cloud\": api_key_secret names a secret that"
                        + " AWS Secrets Manager does not give out (AccessDeniedException)");

        server.keep("prod/model-key", KEY);
        assertThat(ConfiguredAgents.read(file.toString(), kinds, 25).definitions())
                .hasSize(2);
    }
}
