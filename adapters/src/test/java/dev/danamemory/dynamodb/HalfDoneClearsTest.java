package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.Import;
import dev.danamemory.store.SummaryCommit;
import dev.danamemory.store.Touch;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.ProcessDied;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.Script;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A clear or an erase died right behind its fence: readers take it for done, whoever writes next finishes it. */
class HalfDoneClearsTest {
    private static final int UP_TO_THE_FENCE = 3;

    private Bench bench;
    private ConversationStore store;
    private ConversationKey key;
    private Conversation before;

    @BeforeEach
    void open() {
        bench = new Bench(new MemorySpec());
        store = bench.store();
        key = bench.key();
        before = bench.appendAll(bench.create(key, Samples.titled("Title")), 5);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void dieBehindTheFence(Consumer<ConversationStore> call) {
        Script death = Script.atWrite(UP_TO_THE_FENCE, Script.Side.BEFORE, Script.die());
        assertThatThrownBy(() -> call.accept(bench.store(death))).isInstanceOf(ProcessDied.class);
        assertThat(root().epoch())
                .as("the conversation item is the old one")
                .isEqualTo(before.header().epoch());
    }

    private void clearHalf() {
        dieBehindTheFence(dying -> dying.clear(key));
    }

    private void eraseHalf() {
        dieBehindTheFence(dying -> dying.erase(key));
    }

    private Root root() {
        return RootItem.read(Epochs.table(bench.space()).get(Keys.root(key)).orElseThrow());
    }

    @Test
    void readersTakeAClearForDoneAndWriteNothing() {
        clearHalf();
        Script reading = Script.recording();
        Conversation seen = bench.store(reading).load(key, 20).orElseThrow();
        assertThat(seen.turns()).isEmpty();
        assertThat(seen.header().generation()).isGreaterThan(before.header().generation());
        assertThat(bench.observe(key).turns()).isEmpty();
        assertThat(reading.writes()).isEmpty();
    }

    @Test
    void anAppendFinishesItFirst() {
        clearHalf();
        Conversation seen = bench.load(key);
        assertThat(bench.append(seen, Samples.turn("new")).turnNumber()).isEqualTo(1);
        assertThat(root().epoch()).isEqualTo(seen.header().epoch());
        assertThat(bench.observe(key).turns()).hasSize(1);
        assertThat(store.append(before, Samples.turn("old"), Bench.SETTINGS)).isInstanceOf(Append.Cleared.class);
    }

    @Test
    void soDoesATouch() {
        clearHalf();
        bench.clock().advance(Duration.ofMinutes(31));
        Conversation seen = bench.load(key);
        Touch touch = store.touch(seen);
        assertThat(root().epoch()).isEqualTo(seen.header().epoch());
        assertThat(bench.append(((Touch.Current) touch).conversation(), Samples.turn("new"))
                        .turnNumber())
                .isEqualTo(1);
        bench.observe(key);
    }

    @Test
    void soDoAChangeAndASummary() {
        clearHalf();
        var titled = new ConversationChange(new ConversationChange.Title.Set("Other"), null, null);
        assertThat(store.update(key, titled).orElseThrow().turns()).isEmpty();
        assertThat(bench.observe(key).header().title()).isEqualTo("Other");
        assertThat(store.summarise(before, Samples.summary("old", 1, 5))).isInstanceOf(SummaryCommit.Outdated.class);
    }

    @Test
    void anotherClearFinishesItAndClearsOnceMore() {
        clearHalf();
        long seen = bench.load(key).header().generation();
        assertThat(bench.clear(key).header().generation()).isGreaterThan(seen);
        assertThat(bench.observe(key).turns()).isEmpty();
    }

    @Test
    void anEraseFinishesItAndErases() {
        clearHalf();
        assertThat(store.erase(key)).isInstanceOf(Erasure.Done.class);
        bench.observeNothing(key);
        assertThat(store.append(before, Samples.turn("old"), Bench.SETTINGS)).isInstanceOf(Append.Erased.class);
    }

    @Test
    void readersTakeAnEraseForDone() {
        eraseHalf();
        assertThat(store.load(key, 20)).isEmpty();
        assertThat(store.export(key)).isEmpty();
        assertThat(store.clear(key)).isEmpty();
        assertThat(store.append(before, Samples.turn("old"), Bench.SETTINGS)).isInstanceOf(Append.Erased.class);
    }

    @Test
    void aCreateFinishesItAndBeginsAnew() {
        eraseHalf();
        assertThat(bench.create(key, Samples.titled("Anew")).header().generation())
                .isGreaterThan(before.header().generation());
        assertThat(bench.observe(key).turns()).isEmpty();
        assertThat(store.append(before, Samples.turn("old"), Bench.SETTINGS)).isInstanceOf(Append.Erased.class);
    }

    @Test
    void anImportDoesToo() {
        eraseHalf();
        assertThat(store.importFile(key, Samples.request(Samples.file(1, 30)))).isInstanceOf(Import.Imported.class);
        assertThat(bench.observe(key).turns()).hasSize(30);
    }
}
