package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The first call after a snapshot finds its classes loaded: the runtime client runs the hooks around the snapshot as it does
 * under SnapStart, and the JVM tells of every class it loads.
 */
@Timeout(240)
class SnapStartIT {
    // as Lambda's own start script has it
    private static final String HOOKS = "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac";

    // such as those of sending bytes, for the rehearsal writes nothing to the real store
    private static final int MOST_OF_THE_SDK = 5;

    @TempDir
    private Path folder;

    /** The classes that a first call has loaded, in order. */
    private List<String> loadedByFirst(
            Backend backend, Handler handler, byte[] event, int status, boolean isSnapshot, int budget)
            throws IOException {
        Path place = Files.createTempDirectory(folder, "run");
        Path classes = place.resolve("classes.log");
        Map<String, String> environment = new TreeMap<>(backend.environment(place));
        environment.put("AGENTS_FILE", agents(place, budget).toString());
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", isSnapshot ? "snap-start" : "on-demand");
        RuntimeApi api = new RuntimeApi();
        AtomicInteger before = new AtomicInteger();
        api.whenStarted(() -> before.set(lines(classes).size()));
        try (LambdaProcess process = LambdaProcess.start(
                api, handler, environment, HOOKS, "-Xlog:class+load=info:file=" + classes + ":none:filecount=0")) {
            process.ask(event).hasStatus(status);
            List<String> all = lines(classes);
            assertThat(before.get()).isPositive().isLessThan(all.size());
            return all.subList(before.get(), all.size());
        }
    }

    private static Path agents(Path place, int budget) throws IOException {
        return Files.writeString(
                place.resolve("agents.json"),
                "{\"agents\":[{\"id\":\"default\",\"name\":\"N\",\"description\":\"D\",\"kind\":\"demo\","
                        + "\"memory\":{\"token_budget\":" + budget + "}}]}");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] firstTurn() {
        return Event.of(Route.CHAT, "kitchen")
                .body("{'message': 'My oven broke. The repair cost 1250 euros.'}")
                .bytes();
    }

    // classes of its jars; what the JVM makes of lambdas is not counted
    private static List<String> ofTheSdk(List<String> classes) {
        return classes.stream()
                .filter(line -> line.startsWith("software.amazon.awssdk.") && line.contains(".jar"))
                .toList();
    }

    private static long tokenizers(List<String> classes) {
        return classes.stream()
                .filter(line -> line.contains("com.knuddels.jtokkit.TokenEncoder"))
                .count();
    }

    @ParameterizedTest
    @CsvSource({"FILE, 0", "FILE, 2000", "S3, 0", "DYNAMODB, 2000"})
    void aFirstChatTurnAfterTheSnapshotLoadsNextToNothing(Backend backend, int budget) throws IOException {
        List<String> unprimed = loadedByFirst(backend, Handler.CHAT, firstTurn(), 200, false, budget);
        List<String> primed = loadedByFirst(backend, Handler.CHAT, firstTurn(), 200, true, budget);
        System.out.printf(
                "%s, first chat turn, budget %d: %d classes, %d after the snapshot, of the SDK's jars %d and %d%n",
                backend,
                budget,
                unprimed.size(),
                primed.size(),
                ofTheSdk(unprimed).size(),
                ofTheSdk(primed).size());
        // else nothing was measured
        assertThat(unprimed).hasSizeGreaterThan(200);
        assertThat(primed).as("of %d", unprimed.size()).hasSizeLessThan(unprimed.size() / 5);
        assertThat(tokenizers(primed)).isZero();
        assertThat(ofTheSdk(primed)).as("%s", primed).hasSizeLessThan(MOST_OF_THE_SDK);
        assertThat(tokenizers(unprimed) > 0).isEqualTo(budget > 0);
    }

    @ParameterizedTest
    @EnumSource
    void aFirstReadToo(Backend backend) throws IOException {
        byte[] event = Event.of(Route.STATISTICS, "kitchen").bytes();
        List<String> unprimed = loadedByFirst(backend, Handler.CONTEXT, event, 404, false, 0);
        List<String> primed = loadedByFirst(backend, Handler.CONTEXT, event, 404, true, 0);
        System.out.printf(
                "%s, first read: %d classes, %d after the snapshot%n", backend, unprimed.size(), primed.size());
        assertThat(primed).as("of %d", unprimed.size()).hasSizeLessThan(unprimed.size() / 5);
    }

    @Test
    void twoCopiesOfASnapshotMakeIdsOfTheirOwn() throws IOException {
        Map<String, String> environment = new TreeMap<>(Backend.FILE.environment(folder));
        environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
        try (LambdaProcess one = LambdaProcess.start(Handler.CHAT, environment, HOOKS);
                LambdaProcess other = LambdaProcess.start(Handler.CHAT, environment, HOOKS)) {
            Answer first = one.ask(firstTurn()).hasStatus(200);
            Answer second = other.ask(firstTurn()).hasStatus(200);
            assertThat(first.text("conversation_id")).isNotEqualTo(second.text("conversation_id"));
            assertThat(first.number("turn_number"))
                    .isEqualTo(second.number("turn_number"))
                    .isEqualTo(1);
            assertThat(one.log()).contains("\"correlation_id\":\"rehearsal\"");
        }
    }
}
