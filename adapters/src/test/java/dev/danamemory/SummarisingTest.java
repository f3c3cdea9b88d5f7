package dev.danamemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.blob.disk.FileStoreSpec;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.summary.RulesSummariser;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SummarisingTest {
    private static final SummarySource RULES = new SummarySource.Made(conversation -> new RulesSummariser());

    private final Bench bench = new Bench(new FileStoreSpec());
    private final ConversationKey key = bench.key();
    private final NewIds ids = new NewIds(new Random(1));
    private final List<Runnable> meanwhile = new ArrayList<>();

    @BeforeEach
    void begin() {
        bench.create(key);
        bench.appendAll(bench.load(key), 30);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private SummaryResult summarise(Long endTurn, SummarySource source) {
        return new Summarising(() -> interrupted(bench.store()), ids, bench.clock()).summarise(key, endTurn, source);
    }

    private Summary stored(Long endTurn, SummarySource source) {
        SummaryResult result = summarise(endTurn, source);
        assertThat(result).isInstanceOf(SummaryResult.Stored.class);
        return ((SummaryResult.Stored) result).summary();
    }

    private static SummarySource given(String content) {
        return new SummarySource.Given(content);
    }

    /** A store before each of whose commits of a summary something else happens, as long as there is something. */
    private ConversationStore interrupted(ConversationStore store) {
        return (ConversationStore) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {ConversationStore.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("summarise") && !meanwhile.isEmpty()) {
                        meanwhile.removeFirst().run();
                    }
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void rangesAdjoinAndHaveTheirTurnsTimes() {
        Summary first = stored(12L, RULES);
        Summary second = stored(null, given("the rest"));
        assertThat(List.of(first.startTurn(), first.endTurn(), first.turnCount()))
                .containsExactly(1L, 12L, 12L);
        assertThat(List.of(second.startTurn(), second.endTurn(), second.turnCount()))
                .containsExactly(13L, 30L, 18L);
        assertThat(first.content()).contains("message 1").doesNotContain("message 13");
        assertThat(first.startTimestamp()).isEqualTo(Samples.NOON);
        assertThat(first.endTimestamp()).isEqualTo(Samples.NOON);
        assertThat(bench.load(key).summaries()).containsExactly(first, second);
    }

    @Test
    void whatIsSummarisedIsNotSummarisedAgain() {
        stored(null, RULES);
        assertThat(summarise(null, RULES)).isEqualTo(new SummaryResult.NothingToTell());
        assertThat(summarise(null, given("again"))).isEqualTo(new SummaryResult.NothingToTell());
        assertThat(summarise(31L, RULES)).isEqualTo(new SummaryResult.AboveTheLastTurn(30));
    }

    /** Loads bring only the last three summaries along. */
    @ParameterizedTest
    @ValueSource(longs = {2, 10, 30})
    void theEndOfAStoredSummaryIsThatSummary(long end) {
        for (long last = 2; last <= 30; last += 2) {
            stored(last, given("up to " + last));
        }
        assertThat(summarise(end, RULES)).isInstanceOf(SummaryResult.Present.class);
        SummaryResult same = summarise(end, given("up to " + end));
        assertThat(((SummaryResult.Present) same).summary().endTurn()).isEqualTo(end);
        assertThat(summarise(end, given("something else"))).isEqualTo(new SummaryResult.RangeTaken());
        assertThat(summarise(end - 1, RULES)).isEqualTo(new SummaryResult.RangeTaken());
        assertThat(bench.load(key).header().summaryCount()).isEqualTo(15);
    }

    @Test
    void afterDanasOwnItGoesOnWithTheFirstNewerTurn() {
        ConversationKey imported = bench.key();
        List<Turn> turns = Samples.file(101, 112).turns();
        Summary danas = new Summary(
                "summary_1",
                null,
                "Dana's",
                4,
                null,
                null,
                turns.get(0).timestamp(),
                turns.get(3).timestamp(),
                Map.of());
        bench.imported(imported, Samples.file(101, 112, danas));
        Summarising summarising = new Summarising(bench::store, ids, bench.clock());
        assertThat(summarising.summarise(imported, 103L, RULES)).isEqualTo(new SummaryResult.RangeTaken());
        assertThat(summarising.summarise(imported, 100L, RULES)).isEqualTo(new SummaryResult.NothingToTell());
        assertThat(summarising.summarise(imported, null, RULES))
                .isInstanceOfSatisfying(
                        SummaryResult.Stored.class,
                        stored -> assertThat(List.of(
                                        stored.summary().startTurn(),
                                        stored.summary().endTurn()))
                                .containsExactly(105L, 112L));
    }

    @Test
    void withoutAConversationOrATurnThereIsNothing() {
        Summarising summarising = new Summarising(bench::store, ids, bench.clock());
        ConversationKey other = bench.key();
        assertThat(summarising.summarise(other, null, RULES)).isEqualTo(new SummaryResult.NoConversation());
        bench.create(other);
        assertThat(summarising.summarise(other, null, RULES)).isEqualTo(new SummaryResult.NothingToTell());
        assertThat(summarising.summarise(other, 1L, RULES)).isEqualTo(new SummaryResult.AboveTheLastTurn(0));
    }

    @Test
    void whereNoTurnSaysAnythingNothingIsStored() {
        for (long number = 1; number <= 30; number++) {
            bench.store().redact(key, new TurnRef.ByNumber(number), Samples.counting());
        }
        assertThat(summarise(null, RULES)).isEqualTo(new SummaryResult.NothingToTell());
        bench.append(key, "but now");
        assertThat(stored(null, RULES).content()).contains("but now");
    }

    @Test
    void turnsThatComeMeanwhileAreForTheNextOne() {
        meanwhile.add(() -> bench.append(key, "late"));
        assertThat(stored(null, RULES).endTurn()).isEqualTo(30);
        assertThat(stored(null, RULES).startTurn()).isEqualTo(31);
    }

    @Test
    void ofTwoAtOnceEachMakesItsOwnRange() {
        meanwhile.add(() -> stored(10L, RULES));
        assertThat(stored(20L, RULES).startTurn()).isEqualTo(11);
        meanwhile.add(() -> stored(30L, RULES));
        assertThat(summarise(30L, RULES)).isInstanceOf(SummaryResult.Present.class);
        assertThat(bench.load(key).header().summaryCount()).isEqualTo(3);
    }

    @Test
    void aCallersTextIsForTheTurnsItWasWrittenFor() {
        meanwhile.add(() -> stored(10L, RULES));
        assertThat(summarise(20L, given("of 1 to 20"))).isEqualTo(new SummaryResult.RangeTaken());
        meanwhile.add(() -> stored(20L, given("the same")));
        assertThat(summarise(20L, given("the same"))).isInstanceOf(SummaryResult.Present.class);
    }

    @Test
    void nothingOfBeforeAClearIsStored() {
        meanwhile.add(() -> bench.clear(key));
        assertThat(summarise(null, RULES)).isEqualTo(new SummaryResult.Cleared());
        assertThat(bench.load(key).summaries()).isEmpty();
    }

    @Test
    void whatWasErasedStaysSo() {
        meanwhile.add(() -> bench.erase(key));
        assertThat(summarise(null, given("of before"))).isEqualTo(new SummaryResult.NoConversation());
        bench.observeNothing(key);
    }

    @Test
    void aTurnRedactedMeanwhileIsInNoSummary() {
        meanwhile.add(() -> bench.store().redact(key, new TurnRef.ByNumber(7), Samples.counting()));
        assertThat(stored(
                                null,
                                new SummarySource.Made(conversation -> turns -> turns.stream()
                                        .filter(Turn::isComplete)
                                        .map(Turn::userInput)
                                        .toList()
                                        .toString()))
                        .content())
                .contains("message 6", "message 8")
                .doesNotContain("message 7,");
    }

    @Test
    void aCallersTextMightTellOfATurnRedactedMeanwhile() {
        meanwhile.add(() -> bench.store().redact(key, new TurnRef.ByNumber(7), Samples.counting()));
        assertThat(summarise(null, given("message 7"))).isEqualTo(new SummaryResult.Redacted());
        assertThat(bench.load(key).summaries()).isEmpty();
    }

    @Test
    void itIsGivenUpWhereOthersAreAlwaysQuicker() {
        for (long turn = 1; turn <= 3; turn++) {
            long redacted = turn;
            meanwhile.add(() -> bench.store().redact(key, new TurnRef.ByNumber(redacted), Samples.counting()));
        }
        assertThatThrownBy(() -> summarise(null, RULES)).isInstanceOf(StoreUnavailableException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "\ud83d"})
    void textsThatCannotBeKeptAreRefused(String content) {
        assertThatThrownBy(() -> given(content))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith("content");
        assertThatThrownBy(() -> given("x".repeat(Turn.LONGEST_TEXT + 1))).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void largeTurnsAreReadAPageAtATime() {
        ConversationKey large = bench.key();
        bench.create(large);
        for (int i = 0; i < 12; i++) {
            bench.append(bench.load(large), Samples.largeTurn("large " + i));
        }
        SummaryResult result = new Summarising(bench::store, ids, bench.clock()).summarise(large, null, RULES);
        assertThat(((SummaryResult.Stored) result).summary().turnCount()).isEqualTo(12);
    }
}
