package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.dynamodb.TableDefinition;
import dev.danamemory.functions.conversations.ConversationsHandler;
import dev.danamemory.json.JsonReader;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.servers.S3Server;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.Creation;
import dev.danamemory.store.NewConversation;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** Behind a Lambda whose store is S3: what is too large for an answer, fetched as anybody would who has the address. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class S3DownloadsTest {
    private static final String ENDPOINT = "aws.endpointUrlS3";
    private static final ConversationKey KEY = new ConversationKey(new UserId("ada/../b c"), "Chat.1");
    private static final int KIB = 1024;
    private static final int TURNS = 18;

    private final HttpClient http = HttpClient.newHttpClient();
    private Ports ports;

    @BeforeEach
    void open() {
        S3Server.SDK.forEach(System::setProperty);
        System.setProperty(ENDPOINT, S3Server.shared().url().toString());
        Map<String, String> environment = new HashMap<>(Map.of(
                "MEMORY_STORE", "s3", "MEMORY_BUCKET", "dana-downloads", "AWS_LAMBDA_FUNCTION_NAME", "conversations"));
        environment.put("MEMORY_PREFIX", "run-" + System.nanoTime());
        Wiring wiring = new Wiring(environment);
        wiring.createMissing(S3DownloadsTest::noTable);
        ports = wiring.ports();
        fill();
    }

    @AfterEach
    void close() {
        S3Server.SDK.keySet().forEach(System::clearProperty);
        System.clearProperty(ENDPOINT);
        http.close();
    }

    private static TableDefinition noTable() {
        throw new AssertionError("S3 has no table");
    }

    private void fill() {
        Creation made =
                ports.store().create(KEY, new NewConversation(null, null, null, JsonNodeFactory.instance.objectNode()));
        Conversation last = ((Creation.Created) made).conversation();
        for (int i = 0; i < TURNS; i++) {
            last = ((Append.Appended) ports.store().append(last, turn(i), MemorySettings.defaults())).conversation();
        }
    }

    private NewTurn turn(int number) {
        return new NewTurn(
                ports.ids().turn(number),
                "Turn " + number,
                "ü".repeat(125 * KIB),
                "2026-11-22T13:00:00Z",
                JsonNodeFactory.instance.objectNode(),
                TurnStatus.COMPLETE,
                null,
                null,
                null,
                List.of(),
                List.of());
    }

    private Reply send(String route, String query) throws IOException {
        String event = ("{'routeKey':'" + route + "','rawQueryString':'" + query + "','pathParameters':{'id':'Chat.1',"
                        + "'turn':'3'},'requestContext':{'authorizer':{'jwt':{'claims':{'sub':'ada/../b c'}}}}}")
                .replace('\'', '"');
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new ConversationsHandler(ports)
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                        answer,
                        new LambdaCall(29_000));
        return Reply.of(answer.toByteArray());
    }

    private JsonNode download() throws IOException {
        return send("GET /conversations/{id}/export", "").hasStatus(200).body().path("download");
    }

    private HttpResponse<byte[]> fetch(JsonNode download) throws IOException, InterruptedException {
        URI url = URI.create(download.path("url").asText());
        return http.send(HttpRequest.newBuilder(url).build(), BodyHandlers.ofByteArray());
    }

    @Test
    void theAddressGivesTheFileToWhoeverHasIt() throws IOException, InterruptedException {
        JsonNode download = download();
        HttpResponse<byte[]> fetched = fetch(download);

        assertThat(fetched.statusCode()).isEqualTo(200);
        assertThat(fetched.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(fetched.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/json");
        byte[] plain = new GZIPInputStream(new ByteArrayInputStream(fetched.body())).readAllBytes();
        assertThat(plain).hasSize(download.path("bytes").intValue());
        JsonNode file = JsonReader.strict().read(plain);
        assertThat(file.path("history")).hasSize(TURNS);
        assertThat(file.path("conversation_id").asText()).isEqualTo("Chat.1");
        Instant until = Instant.parse(download.path("expires_at").asText());
        assertThat(until)
                .isAfter(Instant.now().plus(Duration.ofMinutes(55)))
                .isBefore(Instant.now().plus(Duration.ofMinutes(61)));
    }

    @Test
    void nothingOfItCanBeGuessed() throws IOException, InterruptedException {
        String url = download().path("url").asText();
        assertThat(download().path("url").asText().replaceFirst("\\?.*", ""))
                .isNotEqualTo(url.replaceFirst("\\?.*", ""));
        assertThat(url).contains("/downloads/").doesNotContain("Chat", "chat");
        HttpRequest unsigned = HttpRequest.newBuilder(URI.create(url.replaceFirst("\\?.*", "")))
                .build();
        assertThat(http.send(unsigned, BodyHandlers.ofByteArray()).statusCode()).isEqualTo(403);
    }

    @Test
    void amongAllItIsNamed() throws IOException, InterruptedException {
        JsonNode page = send("GET /me/export", "limit=5").hasStatus(200).body();
        assertThat(page.path("conversations")).hasSize(1);
        JsonNode entry = page.path("conversations").get(0);
        assertThat(entry.path("conversation_id").asText()).isEqualTo("Chat.1");
        assertThat(fetch(entry.path("download")).statusCode()).isEqualTo(200);
    }

    @Test
    void itGoesWithTheConversation() throws IOException, InterruptedException {
        JsonNode download = download();
        send("DELETE /conversations/{id}", "").hasStatus(204);
        assertThat(fetch(download).statusCode()).isEqualTo(404);
    }

    @Test
    void itGoesWithItsUser() throws IOException, InterruptedException {
        JsonNode download = download();
        send("DELETE /me", "confirm=true").hasStatus(200);
        assertThat(fetch(download).statusCode()).isEqualTo(404);
    }

    @Test
    void itGoesWhenWhatItShowsIsClearedOrRedacted() throws IOException, InterruptedException {
        JsonNode first = download();
        send("DELETE /conversations/{id}/turns/{turn}", "").hasStatus(204);
        assertThat(fetch(first).statusCode()).isEqualTo(404);
        JsonNode second = download();
        assertThat(fetch(second).statusCode()).isEqualTo(200);
        send("POST /conversations/{id}/clear", "").hasStatus(200);
        assertThat(fetch(second).statusCode()).isEqualTo(404);
    }
}
