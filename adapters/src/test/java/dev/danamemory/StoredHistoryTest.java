package dev.danamemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.blob.disk.FileStoreSpec;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.Samples;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredHistoryTest {
    // so many and so large that they make several pages
    private static final int TURNS = 12;
    private static final String OLD = "before the clear ";

    private final Bench bench = new Bench(new FileStoreSpec());
    private final ConversationKey key = bench.key();
    private final StoredHistory history = new StoredHistory(bench.store(), key);

    @BeforeEach
    void fill() {
        bench.create(key);
        bench.appendAll(
                bench.load(key),
                Collections.nCopies(TURNS, OLD).stream().map(Samples::largeTurn).toList());
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private static void drain(Iterator<Turn> turns, List<Turn> into) {
        turns.forEachRemaining(into::add);
    }

    @Test
    void allTurnsComeOnceInTheirOrder() {
        List<Turn> turns = new ArrayList<>();
        Iterator<Turn> iterator = history.iterator();
        drain(iterator, turns);
        assertThat(turns)
                .extracting(Turn::turnNumber)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, TURNS).boxed().toList());
        assertThatThrownBy(iterator::next).isInstanceOf(NoSuchElementException.class);
    }

    @Test
    void itEndsWhereTheConversationWasCleared() {
        List<Turn> turns = new ArrayList<>();
        Iterator<Turn> iterator = history.iterator();
        turns.add(iterator.next());
        bench.clear(key);
        bench.appendAll(bench.load(key), TURNS);
        drain(iterator, turns);
        assertThat(turns)
                .hasSizeBetween(2, TURNS - 1)
                .allSatisfy(turn -> assertThat(turn.userInput()).startsWith(OLD));
    }

    @Test
    void itEndsWhereTheConversationWasErased() {
        List<Turn> turns = new ArrayList<>();
        Iterator<Turn> iterator = history.iterator();
        turns.add(iterator.next());
        bench.erase(key);
        drain(iterator, turns);
        assertThat(turns).hasSizeBetween(2, TURNS - 1);
        assertThat(history).isEmpty();
    }
}
