package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.dynamodb.TableDefinition;
import dev.danamemory.functions.cleanup.CleanupHandler;
import dev.danamemory.functions.conversations.ConversationsHandler;
import dev.danamemory.json.JsonReader;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.servers.DynamoDbServer;
import dev.danamemory.servers.FaultyProxy;
import dev.danamemory.servers.ProxyFault;
import dev.danamemory.servers.Refusal;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.TurnRef;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What the environment can say of the DynamoDB store. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class DynamoWiringTest {
    private static final String ENDPOINT = "aws.endpointUrlDynamoDb";
    private static final Map<String, String> SDK = Map.of(
            "aws.region", DynamoDbServer.REGION,
            "aws.accessKeyId", DynamoDbServer.ACCESS_KEY,
            "aws.secretAccessKey", DynamoDbServer.SECRET_KEY,
            "aws.disableEc2Metadata", "true");
    private static final ConversationKey KEY = new ConversationKey(new UserId("ada"), "chat");

    private final String table = "wiring-" + UUID.randomUUID();

    @BeforeEach
    void set() {
        SDK.forEach(System::setProperty);
        System.setProperty(ENDPOINT, DynamoDbServer.shared().url().toString());
    }

    @AfterEach
    void clear() {
        SDK.keySet().forEach(System::clearProperty);
        System.clearProperty(ENDPOINT);
    }

    @Test
    void whatOneProcessStoresAnotherOneFinds() {
        wiring("MEMORY_TABLE", table).createMissing(() -> new TableDefinition(properties()));
        wiring("MEMORY_TABLE", table).createMissing(() -> new TableDefinition(properties()));
        Ports ports = wiring("MEMORY_TABLE", table).ports();
        Ports others = wiring("MEMORY_TABLE", table).ports();
        ConversationStore store = ports.store();
        assertThat(store.create(KEY, new NewConversation(null, null, null, JsonNodeFactory.instance.objectNode())))
                .isInstanceOf(Creation.Created.class);

        assertThat(others.store().load(KEY, 20)).isPresent();
        assertThat(others.hash().of("ada")).isEqualTo(ports.hash().of("ada"));
    }

    @Test
    void withoutAnArchiveNothingIsArchivedAndCleanupSaysSo() throws IOException {
        wiring("MEMORY_TABLE", table).createMissing(() -> new TableDefinition(properties()));
        Ports ports = wiring("MEMORY_TABLE", table).ports().with(new TestAgents().keeping("brief", 0.0, null));
        remember(ports, 65);

        assertThat(ports.upkeep().archives()).isFalse();
        JsonNode report = cleanup(ports);
        assertThat(report.path("archived").intValue()).isZero();
        assertThat(report.path("done").booleanValue()).isTrue();
        assertThat(report.path("notes").toString()).contains("MEMORY_ARCHIVE");
        assertThat(ports.store().load(KEY, 1).orElseThrow().header().status()).isEqualTo(ConversationStatus.ACTIVE);
    }

    @Test
    void whatIsIdleIsArchivedWhereTheEnvironmentSays(@TempDir Path cold) throws IOException {
        wiring("MEMORY_TABLE", table).createMissing(() -> new TableDefinition(properties()));
        Map<String, String> environment = environment("MEMORY_TABLE", table);
        environment.put("MEMORY_ARCHIVE", cold.toString());
        Ports ports = new Wiring(environment).ports().with(new TestAgents().keeping("brief", 0.0, null));
        remember(ports, 65);

        JsonNode report = cleanup(ports);
        assertThat(report.path("archived").intValue()).as(report.toString()).isEqualTo(1);
        assertThat(ports.store().load(KEY, 1).orElseThrow().header().status()).isEqualTo(ConversationStatus.ARCHIVED);
        assertThat(ports.store()
                        .turn(KEY, new TurnRef.ByNumber(3))
                        .orElseThrow()
                        .userInput())
                .isEqualTo("question 3");
        assertThat(FolderBytes.of(cold).keySet()).anyMatch(name -> name.endsWith(".json.gz"));
        // a process that is not told where turns are cannot read them, and does not say that there are none
        Ports blind = wiring("MEMORY_TABLE", table).ports();
        assertThatThrownBy(() -> blind.store().turn(KEY, new TurnRef.ByNumber(3)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("MEMORY_ARCHIVE");
        assertThatThrownBy(() -> blind.store().erase(KEY)).isInstanceOf(StoreUnavailableException.class);
        assertThat(ports.store().erase(KEY)).isInstanceOf(Erasure.Done.class);
        assertThat(FolderBytes.of(cold).keySet()).noneMatch(name -> name.endsWith(".json.gz"));
    }

    @Test
    void idsOfTheNewestTwentyTurnsAreKnownHoweverFewALoadBrings() throws IOException {
        wiring("MEMORY_TABLE", table).createMissing(() -> new TableDefinition(properties()));
        MemorySettings small = new MemorySettings(2, 1, 0, 0, false, 0, "rules", 30, null, null);
        Ports ports =
                wiring("MEMORY_TABLE", table).ports().with(new TestAgents().with("small", small, request -> null));
        remember(ports, 22);

        posted(ports, idOf(ports, 3)).isProblem(409, "id-taken");
        posted(ports, "of-my-own").hasStatus(201);
        assertThat(ports.store().load(KEY, 1).orElseThrow().lastTurn()).isEqualTo(23);
    }

    private static String idOf(Ports ports, long number) {
        return ports.store()
                .turn(KEY, new TurnRef.ByNumber(number))
                .orElseThrow()
                .turnId();
    }

    private static Reply posted(Ports ports, String turnId) throws IOException {
        String body = "{\\\"user_input\\\":\\\"x\\\",\\\"agent_response\\\":\\\"y\\\",\\\"agent_id\\\":\\\"small\\\","
                + "\\\"turn_id\\\":\\\"" + turnId + "\\\"}";
        String event = "{\"routeKey\":\"POST /conversations/{id}/turns\",\"pathParameters\":{\"id\":\"chat\"},"
                + "\"headers\":{\"content-type\":\"application/json\"},\"body\":\"" + body + "\","
                + "\"requestContext\":{\"authorizer\":{\"jwt\":{\"claims\":{\"sub\":\"ada\"}}}}}";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new ConversationsHandler(ports)
                .handleRequest(
                        new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out, new LambdaCall(29_000));
        return Reply.of(out.toByteArray());
    }

    private static void remember(Ports ports, int turns) {
        Conversation last = ((Creation.Created) ports.store()
                        .create(KEY, new NewConversation("brief", null, null, JsonNodeFactory.instance.objectNode())))
                .conversation();
        for (int n = 1; n <= turns; n++) {
            NewTurn turn = new NewTurn(
                    "t-" + n,
                    "question " + n,
                    "answer",
                    "2026-01-01T00:00:00Z",
                    JsonNodeFactory.instance.objectNode(),
                    TurnStatus.COMPLETE,
                    "brief",
                    null,
                    null,
                    List.of(),
                    List.of());
            last = ((Append.Appended) ports.store().append(last, turn, MemorySettings.defaults())).conversation();
        }
    }

    private static JsonNode cleanup(Ports ports) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CleanupHandler(ports)
                .handleRequest(
                        new ByteArrayInputStream("{\"dry_run\": false}".getBytes(StandardCharsets.UTF_8)),
                        out,
                        new LambdaCall(60_000));
        return JsonReader.strict().read(out.toByteArray());
    }

    // of all functions of a new stack the one that may not write can be the first to start
    @Test
    void whoMayNotWriteStartsOnANewTableToo() throws IOException {
        wiring("MEMORY_TABLE", table).createMissing(() -> new TableDefinition(properties()));
        try (FaultyProxy proxy = FaultyProxy.before(DynamoDbServer.shared().url())) {
            proxy.faults(request -> request.header("X-Amz-Target").endsWith("PutItem")
                    ? new ProxyFault.Refuse(Refusal.dynamoDb(400, "AccessDeniedException", "not for ada"))
                    : new ProxyFault.Pass());
            System.setProperty(ENDPOINT, proxy.url().toString());
            Ports reader = wiring("MEMORY_TABLE", table).portsOfReader();
            assertThat(reader.hash().isKnown()).isFalse();
            assertThat(reader.store().load(KEY, 20)).isEmpty();
            wiring("MEMORY_TABLE", "missing-" + table).portsOfReader();

            System.setProperty(ENDPOINT, DynamoDbServer.shared().url().toString());
            Ports writer = wiring("MEMORY_TABLE", table).ports();
            assertThat(reader.hash().of("ada")).isEqualTo(writer.hash().of("ada"));
        }
    }

    @Test
    void theTableHasToBeSaidAndToBeOne() {
        assertThatThrownBy(() -> wiring("MEMORY_TABLE", "").ports())
                .hasMessage("MEMORY_TABLE has to name the table of the DynamoDB store");
        assertThatThrownBy(() -> wiring("MEMORY_TABLE", "a/b").ports())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("3 to 255");
    }

    private static Map<?, ?> properties() {
        return (Map<?, ?>) Template.resource("Table").at("Properties").value();
    }

    private static Wiring wiring(String variable, String value) {
        return new Wiring(environment(variable, value));
    }

    private static Map<String, String> environment(String variable, String value) {
        Map<String, String> environment = new HashMap<>(Map.of("MEMORY_STORE", "dynamodb"));
        environment.put(variable, value);
        return environment;
    }
}
