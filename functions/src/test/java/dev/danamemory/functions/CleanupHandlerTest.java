package dev.danamemory.functions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.cleanup.CleanupProgress;
import dev.danamemory.cleanup.CleanupReport;
import dev.danamemory.functions.cleanup.CleanupHandler;
import dev.danamemory.json.JsonReader;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** The cleanup function over a store of which a test says what is idle and what becomes of it. */
@ResourceLock(value = Resources.SYSTEM_ERR, mode = ResourceAccessMode.READ_WRITE)
class CleanupHandlerTest {
    private static final String DRY_RUN = "{\"dry_run\": true}";
    private static final String RUN = "{\"dry_run\": false}";

    @TempDir
    Path folder;

    private final ScriptedUpkeep store = new ScriptedUpkeep();

    private final ByteArrayOutputStream captured = new ByteArrayOutputStream();
    private final PrintStream before = System.err;

    @BeforeEach
    void capture() {
        System.setErr(new PrintStream(captured, true, UTF_8));
    }

    @AfterEach
    void release() {
        System.setErr(before);
    }

    private CleanupHandler handler() {
        TestAgents agents = new TestAgents().keeping("brief", 1.0, 30.0);
        Ports ports = TestApi.in(folder, agents).ports();
        return new CleanupHandler(new Ports(
                ports.store(),
                store.upkeep(),
                ports.largeExports(),
                agents,
                ports.assembler(),
                text -> "hash of " + text.length(),
                ports.identity(),
                ports.ids(),
                ports.clock()));
    }

    private JsonNode handle(String event, int millis) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        handler().handleRequest(new ByteArrayInputStream(event.getBytes(UTF_8)), out, new LambdaCall(millis));
        return JsonReader.strict().read(out.toByteArray());
    }

    private List<JsonNode> log() {
        return captured.toString(UTF_8)
                .lines()
                .map(line -> JsonReader.strict().read(line.substring(line.indexOf('{'))))
                .toList();
    }

    @Test
    void aRunIsAnsweredWithItsReport() throws IOException {
        store.idle("a", 2).idle("b", 31).idle("c", 0);
        JsonNode report = handle(RUN, 60_000);
        assertThat(report.toString())
                .isEqualTo("{\"dry_run\":false,\"examined\":7,\"archived\":1,\"deleted\":1,\"skipped\":0,"
                        + "\"archived_turns\":12,\"deleted_turns\":12,\"swept\":2,\"failures\":0,\"reads\":0,\"writes\":0,"
                        + "\"failed\":[],\"done\":true,\"would\":[],\"notes\":[]}");
    }

    @Test
    void aDryRunIsAnsweredWithWhatWouldBe() throws IOException {
        store.idle("a", 2).idle("b", 31);
        JsonNode report = handle(DRY_RUN, 60_000);
        assertThat(report.path("dry_run").booleanValue()).isTrue();
        assertThat(report.path("would").toString())
                .isEqualTo(
                        "[{\"user\":\"hash of 11\",\"conversation_id\":\"a\",\"action\":\"archive\","
                                + "\"reason\":\"idle since 2026-11-20T13:00:00.123456Z; archive_after_days of agent brief is 1\"},"
                                + "{\"user\":\"hash of 11\",\"conversation_id\":\"b\",\"action\":\"delete\","
                                + "\"reason\":\"idle since 2026-10-22T13:00:00.123456Z; delete_after_days of agent brief is 30\"}]");
        assertThat(store.asked).doesNotContain("archive", "delete", "sweep", "checkpoint", "postpone");
    }

    @Test
    void failuresAreNamedByHashInReportAndLogWithoutATextOfAnybody() throws IOException {
        store.idle("zebra-secret", 2);
        store.fault = Optional.of(new StoredDataUnreadableException("turns/zebra/zebra-secret/1.json", "zebra", null));
        JsonNode report = handle(RUN, 60_000);
        assertThat(report.path("failed").toString())
                .isEqualTo("[{\"user\":\"hash of 11\",\"conversation_id\":\"zebra-secret\",\"action\":\"archive\","
                        + "\"problem\":\"stored-data-unreadable\"}]");
        assertThat(store.asked).contains("postpone");
        JsonNode failed = log().getFirst();
        assertThat(failed.path("cleanup").asText()).isEqualTo("failed");
        assertThat(failed.path("user").asText()).isEqualTo("hash of 11");
        assertThat(failed.path("conversation").asText()).isEqualTo("hash of 12");
        assertThat(failed.path("damaged").asText()).isEqualTo("hash of 31");
        assertThat(failed.path("fault").asText()).contains("StoredDataUnreadableException at ");
        assertThat(captured.toString(UTF_8)).doesNotContain("zebra");
    }

    @Test
    void everyRunIsALineInTheLog() throws IOException {
        store.idle("a", 2);
        handle(RUN, 60_000);
        store.outcome = new Retirement.Unfinished();
        handle(RUN, 60_000);
        assertThat(log()).hasSize(2);
        JsonNode line = log().getFirst();
        assertThat(line.path("cleanup").asText()).isEqualTo("done");
        assertThat(line.path("archived").intValue()).isEqualTo(1);
        assertThat(line.path("archived_turns").intValue()).isEqualTo(12);
        assertThat(line.path("duration_ms").isNumber()).isTrue();
        assertThat(log().getLast().path("cleanup").asText()).isEqualTo("to go on");
    }

    @Test
    void aRunEndsBeforeLambdaEndsIt() throws IOException {
        store.idle("a", 2);
        JsonNode report = handle(RUN, 400);
        assertThat(report.path("done").booleanValue()).isFalse();
        assertThat(store.asked).doesNotContain("idle", "archive");
    }

    @Test
    void whatCouldDoNothingIsLambdasToTryAgain() {
        store.outage = Optional.of(new StoreUnavailableException("out of reach", Duration.ofSeconds(1), null));
        assertThatThrownBy(() -> handle(RUN, 60_000)).isInstanceOf(StoreUnavailableException.class);
    }

    @Test
    void anEventOfSomethingElseIsRefusedBeforeAnythingIsDone() {
        assertThatThrownBy(() -> handle("{}", 60_000)).isInstanceOf(IllegalArgumentException.class);
        assertThat(store.asked).isEmpty();
    }

    @Test
    void whoWatchesHearsTheSame() {
        store.idle("a", 2).idle("b", 3);
        store.fault = Optional.of(new IllegalStateException("zebra"));
        List<String> heard = new ArrayList<>();
        CleanupReport report = handler().run(false, Deadline.in(Duration.ofMinutes(1)), new CleanupProgress() {
            @Override
            public synchronized void found(long examined, int due) {
                heard.add("found " + examined + " " + due);
            }

            @Override
            public synchronized void settled() {
                heard.add("settled");
            }

            @Override
            public synchronized void failed(ConversationKey key, RuntimeException failure) {
                heard.add("failed");
            }
        });
        assertThat(report.failures()).isEqualTo(2);
        assertThat(heard).containsExactlyInAnyOrder("found 7 2", "settled", "settled", "failed", "failed");
    }
}
