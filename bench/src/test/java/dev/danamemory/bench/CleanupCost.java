package dev.danamemory.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.chat.Agents;
import dev.danamemory.cleanup.Cleanup;
import dev.danamemory.cleanup.CleanupProgress;
import dev.danamemory.cleanup.CleanupReport;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.Sha256;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.StoreUpkeep;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;

/**
 * Prints what a cleanup costs: 100,000 conversations, of which half a thousand are to be archived (25 of their 45 turns)
 * and as many to be deleted; and what the next run costs, which finds nothing. Of the others there is what a run could
 * come across: their directory entries.
 */
final class CleanupCost {
    private static final int CONVERSATIONS = 100_000;
    private static final int DUE_EACH = 500;
    private static final double MILLIS_PER_DAY = Duration.ofDays(1).toMillis();

    private CleanupCost() {}

    /** Runs it on DynamoDB and on S3; a smaller population may be named. */
    public static void main(String[] args) throws Exception {
        int conversations = args.length == 0 ? CONVERSATIONS : Integer.parseInt(args[0]);
        System.out.println("| store | run | found | archived | deleted | reads | writes | units | seconds |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        try (Population population = new DynamoPopulation()) {
            measure("DynamoDB", population, conversations);
        }
        try (Population population = new S3Population()) {
            measure("S3", population, conversations);
        }
        System.exit(0); // the servers leave threads
    }

    private static void measure(String name, Population population, int conversations) throws Exception {
        population.fill("archiving", DUE_EACH, true);
        population.fill("deleting", DUE_EACH, true);
        // S3 says itself when an object was written
        Thread.sleep(Duration.ofSeconds(2));
        Instant cutoff = Instant.now();
        Thread.sleep(Duration.ofSeconds(2));
        population.fill("archiving", (conversations - 2 * DUE_EACH) / 2, false);
        population.fill("deleting", (conversations - 2 * DUE_EACH) / 2, false);
        for (String run : List.of("first", "next")) {
            long start = System.nanoTime();
            CleanupReport report = cleanup(population.upkeep(), cutoff);
            print(name, run, report, System.nanoTime() - start);
        }
    }

    private static CleanupReport cleanup(StoreUpkeep upkeep, Instant cutoff) {
        InstantSource clock = InstantSource.system();
        double days = Duration.between(cutoff, clock.instant()).toMillis() / MILLIS_PER_DAY;
        Agents agents = new Two(List.of(agent("archiving", days, null), agent("deleting", null, days)));
        return new Cleanup(upkeep, agents, Sha256::hex, clock, Cleanup.USUALLY_AT_A_TIME)
                .run(false, Deadline.in(Duration.ofMinutes(15)), CleanupProgress.NONE);
    }

    private static AgentDefinition agent(String id, Double archive, Double delete) {
        MemorySettings settings = new MemorySettings(20, 5, 3, 2_000, true, 20, "rules", 30, archive, delete);
        return new AgentDefinition(id, id, "", "bench", "", 25, settings, JsonNodeFactory.instance.objectNode());
    }

    private static void print(String name, String run, CleanupReport report, long nanos) {
        if (!report.isDone() || report.failures() > 0) {
            throw new IllegalStateException("the run did not come to its end: " + report);
        }
        Double units = report.use().units();
        System.out.printf(
                Locale.ROOT,
                "| %s | %s | %,d | %,d | %,d | %,d | %,d | %s | %.1f |%n",
                name,
                run,
                report.examined(),
                report.archived(),
                report.deleted(),
                report.use().reads(),
                report.use().writes(),
                units == null ? "-" : String.format(Locale.ROOT, "%,.0f", units),
                nanos / 1e9);
    }

    private record Two(List<AgentDefinition> definitions) implements Agents {
        @Override
        public Agent agent(AgentDefinition definition) {
            throw new IllegalStateException("cleanup calls no agent");
        }
    }
}
