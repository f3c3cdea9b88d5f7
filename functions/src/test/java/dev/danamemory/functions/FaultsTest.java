package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The error table's rows about the store and ourselves. */
class FaultsTest {
    private static RuntimeException unavailable() {
        return new StoreUnavailableException("SECRET backend", Duration.ofMillis(1_200), null);
    }

    @TempDir
    Path folder;

    private TestApi broken(Supplier<RuntimeException> failure, String... methods) {
        return TestApi.in(folder, new TestAgents(), store -> BrokenStore.of(store, failure, methods));
    }

    private static void tellsNothing(Reply reply) {
        assertThat(reply.body().toString()).doesNotContain("SECRET").doesNotContain("Exception");
    }

    @RowTest(ErrorRow.STORE_UNAVAILABLE)
    void storeThatIsOutOfReach(Route route) {
        Reply reply =
                Samples.request(broken(FaultsTest::unavailable), route).reply().is(ErrorRow.STORE_UNAVAILABLE);
        assertThat(reply.header("Retry-After")).isEqualTo("2");
        tellsNothing(reply);
    }

    @RowTest(ErrorRow.FAULT_OF_OURS)
    void faultOfOurs(Route route) {
        Supplier<RuntimeException> fault = () -> new IllegalStateException("SECRET state");
        TestApi api = TestApi.in(folder, new TestAgents().broken(fault), store -> BrokenStore.of(store, fault));
        Reply reply = Samples.request(api, route).reply().is(ErrorRow.FAULT_OF_OURS);
        boolean named =
                Samples.target(route).contains("kitchen") || Samples.body(route).contains("kitchen");
        assertThat(reply.body().path("conversation_id").asText("none")).isEqualTo(named ? "kitchen" : "none");
        tellsNothing(reply);
    }

    private static RuntimeException unreadable() {
        return new StoredDataUnreadableException("conversations/SECRET/kitchen.json", "SECRET", null);
    }

    @RowTest(ErrorRow.STORED_DATA_UNREADABLE)
    void dataThatIsUnreadable(Route route) {
        Reply reply =
                Samples.request(broken(FaultsTest::unreadable), route).reply().is(ErrorRow.STORED_DATA_UNREADABLE);
        tellsNothing(reply);
    }

    static Stream<Arguments> failuresOfTheAppend() {
        return Stream.of(
                Arguments.of(unavailable(), 503, "store-unavailable"),
                Arguments.of(unreadable(), 500, "stored-data-unreadable"),
                Arguments.of(new IllegalStateException("SECRET"), 500, "internal-error"));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheAppend")
    void answerThatCannotBeStoredIsNotLost(RuntimeException failure, int status, String slug) {
        TestApi.in(folder).withTurn("kitchen", "a", "b");
        Reply reply = broken(() -> failure, "append")
                .post("/chat")
                .json1("{'message': 'hi', 'conversation_id': 'kitchen'}")
                .reply()
                .isProblem(status, slug);
        assertThat(reply.text("agent_response")).isEqualTo("You said: hi");
        assertThat(reply.text("conversation_id")).isEqualTo("kitchen");
        assertThat(reply.headers().get("Retry-After")).isEqualTo(status == 503 ? "2" : null);
        tellsNothing(reply);
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheAppend")
    void failedAgentAndNoStoreEither(RuntimeException failure) {
        TestApi.in(folder).withTurn("kitchen", "a", "b");
        Reply reply = broken(() -> failure, "append")
                .post("/chat")
                .json1("{'message': 'hi', 'conversation_id': 'kitchen', 'agent_id': 'failing'}")
                .reply()
                .isProblem(502, "agent-failed");
        assertThat(reply.body().path("message_id").isNull()).isTrue();
    }

    @Test
    void unreachableStoreDoesNotConcernHealthAndAgents() {
        TestApi api = broken(FaultsTest::unavailable);
        api.get("/health").as(null).reply().hasStatus(200);
        api.get("/agents").reply().hasStatus(200);
    }

    @ParameterizedTest
    @MethodSource("dev.danamemory.functions.Samples#readers")
    void damagedDataIsKeptAndNamed(Route route) throws IOException {
        TestApi api = TestApi.in(folder).withTurn("kitchen", "a", "b");
        Path head = head();
        byte[] half = Files.readAllBytes(head);
        Files.write(head, Arrays.copyOf(half, half.length / 2));
        Reply reply = Samples.request(api, route).reply().isProblem(500, "stored-data-unreadable");
        assertThat(reply.text("conversation_id")).isEqualTo("kitchen");
        assertThat(Files.readAllBytes(head)).hasSize(half.length / 2);
        api.delete("/conversations/kitchen").reply().hasStatus(204);
        api.get("/conversations/kitchen").reply().isProblem(404, "not-found");
    }

    private Path head() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("conversations"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName().toString().endsWith(".json"))
                    .filter(file -> contains(file, "\"kitchen\""))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static boolean contains(Path file, String text) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).contains(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aListNamesTheConversationThatIsUnreadable() {
        Reply reply = broken(() -> new StoredDataUnreadableException("list/SECRET", "kitchen", "SECRET", null), "list")
                .get("/conversations")
                .reply()
                .isProblem(500, "stored-data-unreadable");
        assertThat(reply.text("conversation_id")).isEqualTo("kitchen");
        tellsNothing(reply);
    }

    @Test
    void thePathNamesTheConversationBeforeTheStoreDoes() {
        Reply reply = broken(() -> new StoredDataUnreadableException("list/SECRET", "other", "SECRET", null))
                .get("/conversations/kitchen")
                .reply()
                .isProblem(500, "stored-data-unreadable");
        assertThat(reply.text("conversation_id")).isEqualTo("kitchen");
    }
}
