package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Append;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.StoreFaults;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Damage is an error that names the item; the item is kept, and erasing works. */
class DamagedItemsTest {
    private Bench bench;
    private ConversationKey key;

    @BeforeEach
    void open() {
        bench = new Bench(new MemorySpec());
        key = bench.key();
        bench.create(key, Samples.titled("Title"));
        bench.appendAll(bench.load(key), 25);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Broken> damages() {
        return Stream.of(Broken.values());
    }

    @ParameterizedTest
    @MethodSource("damages")
    void theNewestTurn(Broken damage) {
        Item damaged = damage(turn(25), damage);
        ConversationStore store = bench.store(StoreFaults.NONE);
        names(damaged, () -> store.load(key, 20));
        names(damaged, () -> store.turns(key, new PageRequest.Before(Long.MAX_VALUE, 5, 1_000_000)));
        names(damaged, () -> store.export(key));
        keptAndErased(damaged);
    }

    @ParameterizedTest
    @MethodSource("damages")
    void anOlderTurn(Broken damage) {
        Item damaged = damage(turn(3), damage);
        ConversationStore store = bench.store(StoreFaults.NONE);
        assertThat(store.load(key, 10)).isPresent();
        assertThat(bench.append(key, "goes on").turnNumber()).isEqualTo(26);
        names(damaged, () -> store.turns(key, new PageRequest.After(0, 5, 1_000_000)));
        names(damaged, () -> store.export(key));
        keptAndErased(damaged);
    }

    static Stream<Broken> damagesOfWhatHasNoKind() {
        return damages().filter(damage -> damage != Broken.STRANGE_KIND);
    }

    @ParameterizedTest
    @MethodSource("damagesOfWhatHasNoKind")
    void theConversationItem(Broken damage) {
        Item damaged = damage(Keys.root(key), damage);
        ConversationStore store = bench.store(StoreFaults.NONE);
        names(damaged, () -> store.load(key, 20));
        names(damaged, () -> store.clear(key));
        names(damaged, () -> store.create(key, Samples.plain()));
        keptAndErased(damaged);
    }

    @ParameterizedTest
    @MethodSource("damagesOfWhatHasNoKind")
    void aDirectoryEntryIsMadeUpForByItsConversation(Broken damage) {
        damage(Keys.entry(key), damage);
        assertThat(bench.list(key.user()).getFirst().title()).isEqualTo("Title");
        assertThat(bench.store().erase(key)).isInstanceOf(Erasure.Done.class);
        bench.observeNothing(key);
    }

    @Test
    void whereBothAreDamagedTheErrorNamesTheConversationWhichCanBeErased() {
        damage(Keys.entry(key), Broken.CUT);
        damage(Keys.root(key), Broken.CUT);
        assertThatThrownBy(() -> bench.list(key.user()))
                .isInstanceOfSatisfying(
                        StoredDataUnreadableException.class,
                        damage -> assertThat(damage.conversationId()).isEqualTo(key.conversationId()));
        assertThat(bench.store().erase(key)).isInstanceOf(Erasure.Done.class);
        assertThat(bench.list(key.user())).isEmpty();
        assertThat(bench.store().create(key, Samples.plain())).isInstanceOf(Creation.Created.class);
    }

    @Test
    void aSummaryThatLeftTheConversationItem() {
        for (int first = 1; first <= 21; first += 5) {
            bench.store().summarise(bench.load(key), Samples.summary("s", first, first + 4));
        }
        String epoch = bench.load(key).header().epoch();
        Item damaged = damage(Keys.summary(key, epoch, 1), Broken.CUT);
        assertThat(bench.load(key).summaries()).hasSize(3);
        names(damaged, () -> bench.store().export(key));
        keptAndErased(damaged);
    }

    @Test
    void aGapIsNoEmptyHistory() {
        Epochs.remove(bench.space(), List.of(item(turn(7))));
        ConversationStore store = bench.store(StoreFaults.NONE);
        assertThatThrownBy(() -> store.export(key)).isInstanceOf(StoredDataUnreadableException.class);
        assertThatThrownBy(() -> store.turns(key, new PageRequest.After(0, 50, 1_000_000)))
                .isInstanceOf(StoredDataUnreadableException.class);
        assertThat(store.load(key, 5)).isPresent();
    }

    /** Whatever the damage, an append that is on its way meets the end of the epoch. */
    @Test
    void noTurnComesBehindTheEraseOfADamagedConversation() {
        var loaded = bench.load(key);
        damage(Keys.root(key), Broken.CUT);
        assertThat(bench.store().erase(key)).isInstanceOf(Erasure.Done.class);
        assertThat(bench.store().append(loaded, Samples.turn("late"), Bench.SETTINGS))
                .isInstanceOf(Append.Erased.class);
    }

    /** What an import left, whose epoch sorts behind the conversation's own. */
    @Test
    void noTurnComesBehindTheEraseOfADamagedConversationThatHasStrangersBehindIt() {
        var loaded = bench.load(key);
        String later = Epoch.of(loaded.header().generation() + 1_000_000, "abcdefghijklmnop");
        ((TableSpace) bench.space())
                .store(Items.with(item(turn(3)), Item.SORT, AttributeValue.fromS(Keys.turn(later, 7))));
        assertThat(bench.load(key).lastTurn()).isEqualTo(25);
        damage(Keys.root(key), Broken.WITHOUT_CONTENT);
        assertThat(bench.store().erase(key)).isInstanceOf(Erasure.Done.class);
        assertThat(bench.store().append(loaded, Samples.turn("late"), Bench.SETTINGS))
                .isInstanceOf(Append.Erased.class);
    }

    private ItemKey turn(long number) {
        return Keys.turn(key, bench.load(key).header().epoch(), number);
    }

    private Item item(ItemKey place) {
        return Epochs.table(bench.space()).get(place).orElseThrow();
    }

    private Item damage(ItemKey place, Broken damage) {
        Item damaged = damage.of(item(place));
        ((TableSpace) bench.space()).store(damaged);
        return damaged;
    }

    private static void names(Item damaged, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        StoredDataUnreadableException.class,
                        damage -> assertThat(damage.object())
                                .isEqualTo(damaged.key().shown()));
    }

    private void keptAndErased(Item damaged) {
        assertThat(item(damaged.key())).isEqualTo(damaged);
        long generation = Epoch.generation(Keys.fromEpoch(turnPlace())).orElseThrow();
        assertThat(bench.store().erase(key)).isInstanceOf(Erasure.Done.class);
        bench.observeNothing(key);
        assertThat(bench.create(key).header().generation()).isGreaterThan(generation);
        bench.appendAll(bench.load(key), 3);
        assertThat(bench.observe(key).turns()).hasSize(3);
    }

    private String turnPlace() {
        return Epochs.table(bench.space())
                .query(Range.backwards(Keys.conversation(key), "t", "u", 1))
                .items()
                .getFirst()
                .key()
                .sort();
    }
}
