package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.Attachment;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Step;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.SummaryCommit;
import dev.danamemory.store.TurnRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Redactions: a turn's content is taken back wherever it stands, its place stays. */
public interface RedactContract extends Clauses {
    @Test
    default void aRedactionTakesBackAllButThePlace() {
        ConversationKey key = bench().key();
        bench().create(key);
        Conversation last = bench().appendAll(bench().load(key), 24);
        last = bench().appendAll(last, List.of(revealing("oldest")));
        last = bench().appendAll(last, 40);
        bench().appendAll(last, List.of(revealing("newest")));
        Observed before = bench().observe(key);
        for (long number : List.of(25L, 66L)) {
            Turn turn = before.turns().get((int) number - 1);
            assertThat(redact(key, new TurnRef.ById(turn.turnId()))).contains(turn.redacted());
            assertThat(bench().store().turn(key, new TurnRef.ByNumber(number))).contains(turn.redacted());
        }
        Observed after = bench().observe(key);
        List<Turn> expected = new ArrayList<>(before.turns());
        expected.set(24, expected.get(24).redacted());
        expected.set(65, expected.get(65).redacted());
        assertThat(after.turns()).isEqualTo(expected);
        assertThat(after.header().generation()).isGreaterThan(before.header().generation());
        assertThat(after.header().epoch()).isEqualTo(before.header().epoch());
        assertThat(after.header().lastTurn()).isEqualTo(66);
        assertNowhere(Life.MARKER);
        assertThat(bench().append(key, "goes on").turnNumber()).isEqualTo(67);
    }

    @Test
    default void whatAnImportedTurnBroughtAlongIsTakenBackToo() {
        ConversationKey key = bench().key();
        DanaFile file = Samples.file(101, 145);
        bench().imported(key, file);
        for (int place : List.of(0, 44)) {
            Turn turn = file.turns().get(place);
            assertThat(redact(key, new TurnRef.ByNumber(turn.turnNumber()))).contains(turn.redacted());
        }
        Observed after = bench().observe(key);
        assertThat(after.turns().getFirst()).isEqualTo(file.turns().getFirst().redacted());
        assertThat(after.turns().subList(1, 44)).isEqualTo(file.turns().subList(1, 44));
        assertThat(after.turns().getLast()).isEqualTo(file.turns().getLast().redacted());
    }

    @Test
    default void nothingIsRedactedWhereNothingIs() {
        ConversationKey key = bench().key();
        assertThat(redact(key, new TurnRef.ByNumber(1))).isEmpty();
        bench().observeNothing(key);
        bench().imported(key, Samples.file(11, 13));
        Observed before = bench().observe(key);
        for (TurnRef ref : List.of(new TurnRef.ByNumber(10), new TurnRef.ByNumber(14), new TurnRef.ById("turn 14/ü"))) {
            assertThat(redact(key, ref)).isEmpty();
        }
        assertThat(bench().observe(key)).isEqualTo(before);
        bench().erase(key);
        assertThat(redact(key, new TurnRef.ByNumber(11))).isEmpty();
        bench().observeNothing(key);
    }

    @Test
    default void aRedactedTurnStaysAsItIs() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 45);
        for (long number : List.of(3L, 44L)) {
            Turn redacted = redact(key, new TurnRef.ByNumber(number)).orElseThrow();
            Observed after = bench().observe(key);
            assertThat(redact(key, new TurnRef.ByNumber(number))).contains(redacted);
            assertThat(bench().observe(key).turns()).isEqualTo(after.turns());
        }
    }

    /** The caller's own title stays. */
    @Test
    default void aRedactionOfTheFirstMessageMakesTheTitleAnew() {
        ConversationKey key = bench().key();
        bench().create(key, new NewConversation(null, null, Life.MARKER, Samples.none()));
        bench().append(key, Life.MARKER);
        bench().append(key, "  second\nmessage ");
        redact(key, new TurnRef.ByNumber(1));
        assertThat(bench().observe(key).header().shownTitle()).isEqualTo("second message");
        assertThat(bench().list(key.user()).getFirst().title()).isEqualTo("second message");
        redact(key, new TurnRef.ByNumber(2));
        assertThat(bench().observe(key).header().shownTitle()).isNull();
        assertThat(bench().list(key.user()).getFirst().title()).isNull();
        assertNowhere(Life.MARKER);
        ConversationKey titled = bench().key();
        bench().create(titled, Samples.titled("Mine"));
        bench().append(titled, "one");
        redact(titled, new TurnRef.ByNumber(1));
        assertThat(bench().observe(titled).header().shownTitle()).isEqualTo("Mine");
    }

    @Test
    default void summariesThatMayTellOfARedactedTurnAreMadeAnew() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 60);
        for (int first = 1; first <= 51; first += 10) {
            assertThat(summarise(bench().load(key), first, first + 9)).isInstanceOf(SummaryCommit.Stored.class);
        }
        redact(key, new TurnRef.ByNumber(15));
        redact(key, new TurnRef.ByNumber(16));
        redact(key, new TurnRef.ByNumber(60));
        Observed after = bench().observe(key);
        assertThat(after.summaries().stream().map(Summary::content))
                .containsExactly("from 1", "anew of 8", "from 21", "from 31", "from 41", "anew of 9");
        assertThat(bench().load(key).summaries()).isEqualTo(after.summaries().subList(3, 6));
        assertThat(after.summaries().get(1).startTurn()).isEqualTo(11);
    }

    /** Dana's own have no numbers and may tell of the turns inside their timestamps. */
    @Test
    default void danasOwnSummariesAreMadeAnewByTimestamp() {
        ConversationKey key = bench().key();
        List<Turn> turns = Samples.turns(1, 45);
        bench().imported(key, Samples.file(1, 45, danas("early", turns, 0, 9), danas("late", turns, 10, 44)));
        redact(key, new TurnRef.ByNumber(20));
        assertThat(bench().observe(key).summaries().stream().map(Summary::content))
                .containsExactly("early", "anew of 34");
    }

    private static Summary danas(String content, List<Turn> turns, int from, int to) {
        String start = turns.get(from).timestamp();
        String end = turns.get(to).timestamp();
        return new Summary(Samples.id("s"), start, content, to - from + 1L, null, null, start, end, Map.of());
    }

    @Test
    default void aSummaryIsNotCommittedOverARedaction() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 45);
        Conversation loaded = bench().load(key);
        redact(key, new TurnRef.ByNumber(2));
        assertThat(summarise(loaded, 1, 20)).isInstanceOf(SummaryCommit.Outdated.class);
        assertThat(summarise(bench().load(key), 1, 20)).isInstanceOf(SummaryCommit.Stored.class);
    }

    /** Its repeat is not stored anew. */
    @Test
    default void anAppendSentAgainAfterItsRedactionStoresNothingMore() {
        ConversationKey key = bench().key();
        Conversation loaded = bench().create(key);
        NewTurn turn = Samples.turn("once");
        Turn stored = bench().append(loaded, turn);
        redact(key, new TurnRef.ByNumber(1));
        Append again = bench().store().append(loaded, turn, Bench.SETTINGS);
        assertThat(Bench.appended(again).turn()).isEqualTo(stored.redacted());
        assertThat(bench().observe(key).turns()).containsExactly(stored.redacted());
    }

    @Test
    default void aRedactionThatCrashedAnywhereIsCompletedByItsRepeat() {
        for (long number : List.of(9L, 45L)) {
            for (Script.Side side : Script.Side.values()) {
                int n = 1;
                while (crashes(number, n, side)) {
                    n++;
                }
                assertThat(n).as("requests of a redaction").isGreaterThan(2);
            }
        }
    }

    private boolean crashes(long number, int n, Script.Side side) {
        ConversationKey key = bench().key();
        Life.live(bench().store(), key);
        long generation = bench().load(key).header().generation();
        Script death = Script.at(n, side, Script.die());
        Schedules.dies(() -> {
            var _ = bench().store(death).redact(key, new TurnRef.ByNumber(number), Samples.counting());
        });
        Observed torn = bench().observe(key);
        assertThat(torn.turns()).hasSize(45);
        assertThat(redact(key, new TurnRef.ByNumber(number)).map(Turn::status)).contains(TurnStatus.REDACTED);
        Observed after = bench().observe(key);
        assertThat(after.header().generation()).isGreaterThan(generation);
        if (number == 9) {
            assertThat(after.summaries().getFirst().content())
                    .as("after request %d", n)
                    .isEqualTo("anew of 9");
        }
        assertNowhere(Life.MARKER + " turn " + number);
        bench().erase(key);
        return death.reached();
    }

    /** The writer was stopped with a head from before the redaction, or died, and its last write arrived late. */
    @Test
    default void aSealWithAnOldHeadAfterARedactionBringsNothingBack() {
        int imported = Schedules.sealing(bench(), Scene.Beginning.SEAL_DUE);
        for (boolean dies : bench().can(Ability.REDELIVERS) ? List.of(false, true) : List.of(false)) {
            int n = 1;
            while (sealsLate(imported, n, dies)) {
                n++;
            }
            assertThat(n).as("writes of an append").isGreaterThan(1);
        }
    }

    private boolean sealsLate(int imported, int n, boolean dies) {
        ConversationKey key = bench().key();
        bench().imported(key, Samples.file(1, imported));
        bench().append(key, "one more");
        Turn turn = bench().load(key).turns().getFirst();
        Runnable redaction = () ->
                assertThat(redact(key, new TurnRef.ByNumber(turn.turnNumber()))).isPresent();
        Script stop = Script.atWrite(n, Script.Side.BEFORE, dies ? Script.die() : redaction);
        Schedules.dies(() -> {
            ConversationStore late = bench().store(stop);
            Bench.appended(late.append(late.load(key, 20).orElseThrow(), Samples.turn("late"), Bench.SETTINGS));
        });
        if (stop.reached()) {
            if (dies) {
                redaction.run();
                stop.sent().getLast().deliver().run();
            }
            bench().append(key, "another");
            String story = "write %d, %s".formatted(n, dies ? "late" : "stopped");
            assertThat(bench().observe(key).turns()).as(story).contains(turn.redacted());
            assertNowhere(turn.userInput());
        }
        bench().erase(key);
        return stop.reached();
    }

    private Optional<Turn> redact(ConversationKey key, TurnRef ref) {
        return bench().store().redact(key, ref, Samples.counting());
    }

    private SummaryCommit summarise(Conversation loaded, long first, long last) {
        return bench().store().summarise(loaded, Samples.summary("from " + first, first, last));
    }

    private void assertNowhere(String text) {
        if (bench().can(Ability.INSPECTS)) {
            assertThat(bench().space().objects()).noneMatch(object -> object.contains(text));
        }
    }

    private static NewTurn revealing(String what) {
        String text = Life.MARKER + " " + what;
        return new NewTurn(
                Samples.id("t"),
                text,
                text,
                Samples.NOON,
                Samples.json("{'note': '" + text + "'}"),
                TurnStatus.COMPLETE,
                "default",
                0L,
                null,
                List.of(new Step.Message("tool", text, Map.of())),
                List.of(new Attachment(
                        "https://example.org/" + Life.MARKER, "text/plain", text, null, null, Map.of())));
    }
}
