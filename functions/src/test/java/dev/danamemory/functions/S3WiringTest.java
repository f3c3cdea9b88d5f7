package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.danamemory.dynamodb.TableDefinition;
import dev.danamemory.functions.chat.ChatHandler;
import dev.danamemory.functions.context.ContextHandler;
import dev.danamemory.servers.FaultyProxy;
import dev.danamemory.servers.ProxyFault;
import dev.danamemory.servers.Refusal;
import dev.danamemory.servers.S3Server;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.Bucket;

/** What the environment can say of the S3 store, and what is told when it does not work. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
@ResourceLock(Resources.SYSTEM_ERR)
class S3WiringTest {
    private static final String ENDPOINT = "aws.endpointUrlS3";

    static {
        // silences the SDK, which the server below is made with too
        wiring();
    }

    private final FaultyProxy proxy = FaultyProxy.before(S3Server.shared().url());
    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void set() {
        S3Server.SDK.forEach(System::setProperty);
        at(proxy.url());
        System.setErr(new PrintStream(captured, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void clear() {
        System.setErr(before);
        S3Server.SDK.keySet().forEach(System::clearProperty);
        System.clearProperty(ENDPOINT);
        proxy.close();
    }

    @Test
    void theArchivesBucketIsMadeTooOnThisMachine() {
        wiring("MEMORY_BUCKET", "dana-wiring", "MEMORY_ARCHIVE", "s3://dana-wiring-cold/turns")
                .createMissing(S3WiringTest::noTable);
        try (S3Client client = S3Settings.client()) {
            assertThat(client.listBuckets().buckets()).extracting(Bucket::name).contains("dana-wiring-cold");
        }
    }

    @Test
    void whatOneProcessStoresAnotherOneFinds() throws IOException {
        Wiring wiring = wiring("MEMORY_BUCKET", "dana-wiring", "MEMORY_PREFIX", "my/memory");
        wiring.createMissing(S3WiringTest::noTable);
        Ports ports = wiring.ports();
        Reply first = chat(ports, "My name is Ada.").hasStatus(200);
        Ports others = wiring("MEMORY_BUCKET", "dana-wiring", "MEMORY_PREFIX", "my/memory/")
                .ports();

        Reply found = turns(others, first.text("conversation_id"));

        assertThat(found.hasStatus(200).body().at("/turns/0/user_input").asText())
                .isEqualTo("My name is Ada.");
        assertThat(others.hash().of("ada")).isEqualTo(ports.hash().of("ada"));
        turns(wiring("MEMORY_BUCKET", "dana-wiring").ports(), first.text("conversation_id"))
                .isProblem(404, "not-found");
    }

    private static TableDefinition noTable() {
        throw new AssertionError("S3 has no table");
    }

    @Test
    void aStoreThatIsGoneIsToldAndHealthIsNoMatterOfIt() throws IOException {
        proxy.close();
        Ports ports = wiring("MEMORY_BUCKET", "dana-wiring").ports();

        send(new ContextHandler(ports), "'routeKey':'GET /health'").hasStatus(200);
        Reply told = chat(ports, "zebra");

        told.isProblem(503, "store-unavailable");
        assertThat(told.header("Retry-After")).isNotBlank();
        assertThat(log())
                .contains("the store does not answer: S3 did not read: ")
                .doesNotContain("zebra", "ada");
    }

    @Test
    void theMissingPermissionIsInTheLog() throws IOException {
        proxy.faults(request -> new ProxyFault.Refuse(
                Refusal.s3(403, "AccessDenied", "not authorized to perform s3:GetObject on key/of/ada")));
        Ports ports = wiring("MEMORY_BUCKET", "dana-wiring").ports();

        chat(ports, "zebra").isProblem(503, "store-unavailable");

        assertThat(log()).contains("s3:ListBucket on the bucket").doesNotContain("zebra", "ada");
    }

    @Test
    void theKeyIsReadWhenTheStoreIsBack() throws IOException {
        wiring("MEMORY_BUCKET", "dana-wiring").createMissing(S3WiringTest::noTable);
        proxy.faults(request -> new ProxyFault.Refuse(Refusal.s3(400, "InvalidArgument", "No.")));
        Ports ports = wiring("MEMORY_BUCKET", "dana-wiring").ports();
        assertThat(ports.hash().isKnown()).isFalse();
        proxy.faults(request -> new ProxyFault.Pass());

        chat(ports, "hello").hasStatus(200);

        assertThat(ports.hash().isKnown()).isTrue();
        assertThat(log()).contains(ports.hash().of("ada"));
    }

    @Test
    void theBucketHasToBeSaid() {
        assertThatThrownBy(() -> wiring().ports())
                .isInstanceOf(StartException.class)
                .hasMessage("MEMORY_BUCKET has to name the bucket of the S3 store");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://bucket", "bucket/prefix", "Bucket", "b", "bucket-"})
    void thatIsNoBucket(String bucket) {
        assertThatThrownBy(() -> wiring("MEMORY_BUCKET", bucket).ports())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("MEMORY_BUCKET must be");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/first", "a b", "ü", "a?b", "%41"})
    void thatIsNoPrefix(String prefix) {
        assertThatThrownBy(() -> wiring("MEMORY_BUCKET", "dana-wiring", "MEMORY_PREFIX", prefix)
                        .ports())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("MEMORY_PREFIX must be");
    }

    private static void at(URI endpoint) {
        System.setProperty(ENDPOINT, endpoint.toString());
    }

    private static Wiring wiring(String... more) {
        Map<String, String> environment = new HashMap<>(Map.of("MEMORY_STORE", "s3"));
        for (int i = 0; i < more.length; i += 2) {
            environment.put(more[i], more[i + 1]);
        }
        return new Wiring(environment);
    }

    private String log() {
        return captured.toString(StandardCharsets.UTF_8);
    }

    private static Reply chat(Ports ports, String message) throws IOException {
        return send(
                new ChatHandler(ports),
                "'routeKey':'POST /chat','headers':{'content-type':'application/json'},'body':'{\\\"message\\\":\\\""
                        + message + "\\\"}'");
    }

    private static Reply turns(Ports ports, String id) throws IOException {
        return send(
                new ContextHandler(ports),
                "'routeKey':'GET /conversations/{id}/turns','pathParameters':{'id':'" + id + "'}");
    }

    // gives up soon, so that the test ends soon
    private static Reply send(RequestStreamHandler handler, String fields) throws IOException {
        String event = "{" + fields + ",'requestContext':{'authorizer':{'jwt':{'claims':{'sub':'ada'}}}}}";
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        handler.handleRequest(
                new ByteArrayInputStream(event.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                answer,
                new LambdaCall(5_000));
        return Reply.of(answer.toByteArray());
    }
}
