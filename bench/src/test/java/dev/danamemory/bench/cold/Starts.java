package dev.danamemory.bench.cold;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.bench.bare.BareHandler;
import dev.danamemory.bench.cold.Function.Begin;
import dev.danamemory.bench.cold.Function.Taken;
import dev.danamemory.e2e.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints how long the chat function takes to its first answer beside a bare one that makes the same calls. */
public final class Starts {
    private static final int BUDGET = 2_000;
    // ours with and without a budget
    private static final int OURS = 2;
    private static final Map<String, List<String>> JVMS = Map.of(
            "plain", List.of("-XX:+UseSerialGC"),
            "C1", List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));

    private final Memory memory;
    private final Function bare;
    private final Contest contest = new Contest();

    private Starts(Backend backend) throws IOException {
        Path folder = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "cold-");
        memory = new Memory(backend, folder);
        bare = new Function(
                Tasks.bare(BareHandler.class), BareHandler.class.getName() + "::handleRequest", memory.environment());
    }

    /** A table, with medians of that many starts. */
    public static void print(int rounds) throws IOException {
        System.out.println(
                "| store | JVM | measured from | bare, ms (of processors) | that reads its event | without budget | ratios | with budget | ratios |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Backend backend : List.of(Backend.DYNAMODB, Backend.S3)) {
            new Starts(backend).measure(backend, rounds);
        }
    }

    private void measure(Backend backend, int rounds) throws IOException {
        memory.begin(1 + (rounds + 1) * OURS * JVMS.size() * Begin.values().length);
        Function likewise = withAsManyBytes();
        Function reading = likewise.with("BARE_READS_EVENT", "true");
        for (Map.Entry<String, List<String>> jvm : JVMS.entrySet()) {
            for (Begin begin : Begin.values()) {
                String name = jvm.getKey() + begin;
                contest.add(name + "bare", () -> likewise.start(begin, jvm.getValue(), Memory.message()));
                contest.add(name + "reading", () -> reading.start(begin, jvm.getValue(), Memory.message()));
                ours(name + 0, 0, begin, jvm.getValue());
                ours(name + BUDGET, BUDGET, begin, jvm.getValue());
            }
        }
        contest.run(rounds);
        for (String jvm : JVMS.keySet()) {
            for (Begin begin : Begin.values()) {
                print(backend, jvm, begin);
            }
        }
    }

    private Function withAsManyBytes() throws IOException {
        JsonNode use = memory.use();
        Function likewise = bare.with("BARE_BYTES", use.path("written_bytes").asText());
        // the window that it reads is there before it is measured
        for (int turn = 0; turn <= 20; turn++) {
            likewise.start(Begin.PROCESS, JVMS.get("C1"), Memory.message());
        }
        return likewise;
    }

    private void ours(String name, int budget, Begin begin, List<String> jvm) throws IOException {
        Function chat = memory.chat(budget);
        contest.add(name, () -> chat.start(begin, jvm, memory.turn()));
    }

    private void print(Backend backend, String jvm, Begin begin) {
        Taken least = contest.median(jvm + begin + "bare");
        Taken reading = contest.median(jvm + begin + "reading");
        Taken without = contest.median(jvm + begin + 0);
        Taken with = contest.median(jvm + begin + BUDGET);
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s | %.2f, %.2f | %s | %.2f, %.2f |%n",
                backend == Backend.S3 ? "S3" : "DynamoDB",
                jvm,
                begin == Begin.PROCESS ? "start of the process" : "end of the hook before the snapshot",
                cell(least, begin),
                cell(reading, begin),
                cell(without, begin),
                without.millis() / least.millis(),
                without.millis() / reading.millis(),
                cell(with, begin),
                with.millis() / least.millis(),
                with.millis() / reading.millis());
    }

    private static String cell(Taken taken, Begin begin) {
        return begin == Begin.PROCESS
                ? String.format(Locale.ROOT, "%.0f (%.0f)", taken.millis(), taken.processorMillis())
                : String.format(Locale.ROOT, "%.0f", taken.millis());
    }
}
