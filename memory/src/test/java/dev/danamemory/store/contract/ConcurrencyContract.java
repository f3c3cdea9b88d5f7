package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Many threads on one conversation, through two stores. */
public interface ConcurrencyContract extends Clauses {
    /** Threads that write. */
    int WRITERS = 8;

    /** Turns by each. */
    int TURNS = 25;

    @Test
    default void manyWritersLeaveNoGapAndNoDouble() throws Exception {
        ConversationKey key = bench().key();
        bench().create(key);
        List<ConversationStore> stores = List.of(bench().store(StoreFaults.NONE), bench().store(StoreFaults.NONE));
        List<Callable<List<Turn>>> writers = new ArrayList<>();
        for (int n = 0; n < WRITERS; n++) {
            ConversationStore store = stores.get(n % 2);
            String name = "writer " + n;
            writers.add(() -> write(store, key, name));
        }
        List<Turn> answered = all(writers).stream().flatMap(List::stream).toList();
        List<Turn> stored = bench().observe(key).turns();
        assertThat(stored).hasSize(WRITERS * TURNS).containsExactlyInAnyOrderElementsOf(answered);
        for (int n = 0; n < WRITERS; n++) {
            String name = "writer " + n + ":";
            assertThat(stored.stream().map(Turn::userInput).filter(input -> input.startsWith(name)))
                    .as("turns of one writer in its order")
                    .containsExactlyElementsOf(
                            LongStream.range(0, TURNS).mapToObj(i -> name + i).toList());
        }
    }

    /** Nobody starves: without other processes an append never gives up. */
    @Test
    default void manyWritersOfAFewConversationsAreAllAnswered() throws Exception {
        ConversationStore store = bench().store(StoreFaults.NONE);
        List<ConversationKey> keys = List.of(bench().key(), bench().key());
        keys.forEach(bench()::create);
        List<Callable<Integer>> writers = new ArrayList<>();
        for (int n = 0; n < 2 * WRITERS; n++) {
            ConversationKey key = keys.get(n % 2);
            writers.add(() -> {
                for (int i = 0; i < TURNS; i++) {
                    Conversation loaded = store.load(key, 20).orElseThrow();
                    Bench.appended(store.append(loaded, Samples.turn("turn " + i), Bench.SETTINGS));
                }
                return TURNS;
            });
        }
        assertThat(all(writers)).hasSize(2 * WRITERS).containsOnly(TURNS);
        for (ConversationKey key : keys) {
            assertThat(bench().observe(key).turns()).hasSize(WRITERS * TURNS);
        }
    }

    private static List<Turn> write(ConversationStore store, ConversationKey key, String name) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            Conversation loaded = store.load(key, 20).orElseThrow();
            NewTurn turn = Samples.turn(name + ":" + i);
            Append answer = Repeat.untilAnswered(() -> store.append(loaded, turn, Bench.SETTINGS));
            turns.add(Bench.appended(answer).turn());
        }
        return turns;
    }

    @Test
    default void oneOfManyCreatesMakesTheConversation() throws Exception {
        for (int round = 0; round < 5; round++) {
            ConversationKey key = bench().key();
            List<Callable<Creation>> creators = new ArrayList<>();
            for (int n = 0; n < WRITERS; n++) {
                ConversationStore store = bench().store(StoreFaults.NONE);
                String title = "Title " + n;
                creators.add(() -> Repeat.untilAnswered(() -> store.create(key, Samples.titled(title))));
            }
            List<Creation> answers = all(creators);
            List<Creation> made = answers.stream()
                    .filter(answer -> answer instanceof Creation.Created)
                    .toList();
            assertThat(made).hasSize(1);
            Conversation conversation = ((Creation.Created) made.getFirst()).conversation();
            assertThat(bench().observe(key).header().title())
                    .isEqualTo(conversation.header().title());
        }
    }

    /** A reader never sees a gap while turns leave the window. */
    @Test
    default void pagesAreWholeWhileOthersWrite() throws Exception {
        ConversationKey key = bench().key();
        bench().create(key);
        AtomicBoolean written = new AtomicBoolean();
        ConversationStore reading = bench().store(StoreFaults.NONE);
        Callable<Integer> reader = () -> {
            int most = 0;
            while (!written.get()) {
                var page = reading.turns(key, new PageRequest.After(0, 200, 4L << 20))
                        .orElseThrow();
                long last = page.header().lastTurn();
                assertThat(page.turns().stream().map(Turn::turnNumber).toList())
                        .isEqualTo(LongStream.rangeClosed(1, last).boxed().toList());
                most = page.turns().size();
            }
            return most;
        };
        Callable<Integer> writer = () -> {
            try {
                return bench().appendAll(bench().load(key), 100).turns().size();
            } finally {
                written.set(true);
            }
        };
        assertThat(all(List.of(reader, writer))).allMatch(size -> size <= 100);
        assertThat(bench().observe(key).turns()).hasSize(100);
    }

    @Test
    default void afterAnEraseNoWriterWritesOn() throws Exception {
        ConversationKey key = bench().key();
        bench().create(key);
        List<Callable<Boolean>> all = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            ConversationStore store = bench().store(StoreFaults.NONE);
            all.add(() -> writeUntilErased(store, key));
        }
        all.add(() -> {
            while (bench().load(key).lastTurn() < 30) {
                Thread.onSpinWait();
            }
            Repeat.untilAnswered(() -> bench().store().erase(key));
            return true;
        });
        assertThat(all(all)).containsOnly(true);
        bench().observeNothing(key);
        bench().create(key);
        assertThat(bench().observe(key).turns()).isEmpty();
    }

    private static boolean writeUntilErased(ConversationStore store, ConversationKey key) {
        for (int i = 0; i < 10_000; i++) {
            var loaded = Repeat.untilAnswered(() -> store.load(key, 20));
            if (loaded.isEmpty()) {
                return true;
            }
            NewTurn turn = Samples.turn("until erased");
            Append answer = Repeat.untilAnswered(() -> store.append(loaded.get(), turn, Bench.SETTINGS));
            if (answer instanceof Append.Erased) {
                return true;
            }
            assertThat(answer).isInstanceOf(Append.Appended.class);
        }
        return false;
    }

    private static <T> List<T> all(List<Callable<T>> work) throws InterruptedException, ExecutionException {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<T> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
        }
        return results;
    }
}
