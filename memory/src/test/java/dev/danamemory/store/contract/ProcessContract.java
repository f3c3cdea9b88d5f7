package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Processes of their own on one conversation, and processes that are killed. */
public interface ProcessContract extends Clauses {
    /** Processes that write at once. */
    int PROCESSES = 4;

    /** Turns by each. */
    int TURNS_EACH = 12;

    /** Processes that are killed, one after the other. */
    int KILLED = 5;

    @Test
    default void manyProcessesLeaveNoGapAndNoDouble() throws IOException, InterruptedException {
        bench().needs(Ability.FORKS);
        ConversationKey key = bench().key();
        bench().create(key);
        List<WorkerProcess> workers = new ArrayList<>();
        try {
            for (int n = 0; n < PROCESSES; n++) {
                workers.add(WorkerProcess.start(job(key, "process " + n, TURNS_EACH, 1, false)));
            }
            for (WorkerProcess worker : workers) {
                worker.finish();
            }
        } finally {
            workers.forEach(WorkerProcess::close);
        }
        List<String> answered =
                workers.stream().flatMap(worker -> worker.stored().stream()).toList();
        assertThat(answered).hasSize(PROCESSES * TURNS_EACH);
        assertThat(inputs(key)).containsExactlyInAnyOrderElementsOf(answered);
    }

    /** Threads of several processes that wait for each other's locks in turn are no deadlock. */
    @Test
    default void processesWithManyThreadsOnManyConversationsAreAllAnswered() throws IOException, InterruptedException {
        bench().needs(Ability.FORKS);
        List<ConversationKey> keys = List.of(bench().key(), bench().key());
        keys.forEach(bench()::create);
        List<WorkerProcess> workers = new ArrayList<>();
        try {
            for (int n = 0; n < PROCESSES; n++) {
                workers.add(WorkerProcess.start(job(keys.get(n / 2), "process " + n, TURNS_EACH, PROCESSES, false)));
            }
            for (WorkerProcess worker : workers) {
                worker.finish();
            }
        } finally {
            workers.forEach(WorkerProcess::close);
        }
        for (ConversationKey key : keys) {
            assertThat(inputs(key)).doesNotHaveDuplicates().hasSize(2 * TURNS_EACH * PROCESSES);
        }
    }

    @Test
    default void whatAKilledProcessWasAnsweredIsThere() throws IOException, InterruptedException {
        bench().needs(Ability.FORKS);
        long seed = System.nanoTime();
        System.out.println("whatAKilledProcessWasAnsweredIsThere: seed " + seed);
        Random random = new Random(seed);
        ConversationKey key = bench().key();
        bench().imported(key, Samples.file(1, 25));
        for (int n = 0; n < KILLED; n++) {
            List<String> before = inputs(key);
            List<String> answered = killed(key, "killed " + n, random);
            List<String> after = inputs(key);
            assertThat(after.subList(0, before.size())).as("seed %d", seed).isEqualTo(before);
            List<String> added = after.subList(before.size(), after.size());
            assertThat(added.subList(0, answered.size())).as("seed %d", seed).isEqualTo(answered);
            assertThat(added.size() - answered.size())
                    .as("seed %d: in flight", seed)
                    .isBetween(0, 1);
            bench().append(key, "after " + n);
        }
    }

    private List<String> killed(ConversationKey key, String name, Random random)
            throws IOException, InterruptedException {
        try (WorkerProcess worker = WorkerProcess.start(job(key, name, 1_000, 1, true))) {
            worker.killAt(1 + random.nextInt(50), random.nextBoolean());
            return worker.stored();
        }
    }

    private StoreWorker.Job job(ConversationKey key, String name, int turns, int threads, boolean stops) {
        return new StoreWorker.Job(bench().space().forked(), key, name, turns, threads, stops);
    }

    private List<String> inputs(ConversationKey key) {
        return bench().observe(key).turns().stream().map(Turn::userInput).toList();
    }
}
