package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.StoredKeyHash;
import dev.danamemory.blob.disk.DiskBlobs;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.context.WindowRelevantTurns;
import dev.danamemory.functions.chat.ChatHandler;
import dev.danamemory.functions.context.ContextHandler;
import dev.danamemory.functions.conversations.ConversationsHandler;
import dev.danamemory.functions.http.Identity;
import dev.danamemory.functions.http.Route;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.tokens.JtokkitTokenCounter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/** The three handlers over a real store in a folder; requests go as events through streams, as Lambda sends them. */
final class TestApi {
    static final Instant NOW = Instant.parse("2026-11-22T13:00:00.123456Z");
    private static final int LAMBDA_MILLIS = 29_000;

    private final Ports ports;
    private final TestAgents agents;
    private final RequestStreamHandler chat;
    private final RequestStreamHandler context;
    private final RequestStreamHandler conversations;

    private TestApi(Ports ports, TestAgents agents) {
        this.ports = ports;
        this.agents = agents;
        this.chat = new ChatHandler(ports);
        this.context = new ContextHandler(ports);
        this.conversations = new ConversationsHandler(ports);
    }

    static TestApi in(Path folder) {
        return in(folder, new TestAgents(), store -> store);
    }

    static TestApi in(Path folder, TestAgents agents) {
        return in(folder, agents, store -> store);
    }

    /** @param change puts something between handlers and store */
    static TestApi in(Path folder, TestAgents agents, UnaryOperator<ConversationStore> change) {
        return in(folder, agents, change, InstantSource.fixed(NOW), new LargeExports.Whole());
    }

    static TestApi in(
            Path folder,
            TestAgents agents,
            UnaryOperator<ConversationStore> change,
            InstantSource clock,
            LargeExports largeExports) {
        NewIds ids = new NewIds(new Random(folder.toString().hashCode()));
        try {
            DiskBlobs blobs = DiskBlobs.open(folder);
            BlobConversationStore store = new BlobConversationStore(blobs, "", ids, clock);
            Ports ports = new Ports(
                    change.apply(store),
                    store.upkeep(),
                    largeExports,
                    agents,
                    new ContextAssembler(new JtokkitTokenCounter(), new WindowRelevantTurns()),
                    StoredKeyHash.read(blobs, "", new Random(1)),
                    new Identity("sub"),
                    ids,
                    clock);
            return new TestApi(ports, agents);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Ports ports() {
        return ports;
    }

    TestAgents agents() {
        return agents;
    }

    Sent get(String target) {
        return new Sent(this, "GET", target);
    }

    Sent post(String target) {
        return new Sent(this, "POST", target);
    }

    Sent put(String target) {
        return new Sent(this, "PUT", target);
    }

    Sent patch(String target) {
        return new Sent(this, "PATCH", target);
    }

    Sent delete(String target) {
        return new Sent(this, "DELETE", target);
    }

    Sent send(String method, String target) {
        return new Sent(this, method, target);
    }

    /** A conversation of one turn, of the user alice. */
    TestApi withTurn(String conversation, String input, String response) {
        post("/conversations/" + conversation + "/turns")
                .json1("{'user_input': '" + input + "', 'agent_response': '" + response + "'}")
                .reply()
                .hasStatus(201);
        return this;
    }

    /** Hands an event to the function whose route it is; what it answers has to be in {@code openapi.yaml}. */
    Reply handle(Optional<Route> route, byte[] event) {
        Reply reply = handle(route.map(Route::function).orElse(Route.Function.CONVERSATIONS), event);
        route.ifPresent(named -> OpenApi.describes(named, reply));
        return reply;
    }

    /** Hands an event to a function. */
    Reply handle(Route.Function function, byte[] event) {
        RequestStreamHandler handler = switch (function) {
            case CHAT -> chat;
            case CONTEXT -> context;
            case CONVERSATIONS -> conversations;
        };
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            handler.handleRequest(new ByteArrayInputStream(event), answer, new LambdaCall(LAMBDA_MILLIS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Reply reply = Reply.of(answer.toByteArray());
        hasCommonHeaders(reply);
        return reply;
    }

    // held for every single answer of every test
    private static void hasCommonHeaders(Reply reply) {
        assertThat(reply.headers())
                .containsEntry("Cache-Control", "no-store")
                .containsEntry("X-Content-Type-Options", "nosniff")
                .containsKey("X-Correlation-Id");
        JsonNode body = reply.body();
        assertThat(reply.headers().containsKey("Content-Type")).isEqualTo(!body.isMissingNode());
    }
}
