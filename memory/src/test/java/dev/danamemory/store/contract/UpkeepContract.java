package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.Retirement;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.Touch;
import dev.danamemory.store.TurnRef;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Archiving and deleting what is idle: nothing is lost, nothing is there twice, and who writes meanwhile wins. */
public interface UpkeepContract extends Clauses {
    /** How many of the newest turns stay hot. */
    int KEPT = 20;

    @Test
    default void anArchiveKeepsTheNewestHotAndReadsGoThrough() {
        ConversationKey key = idle(65);
        Observed before = bench().observe(key);
        Retirement archived = upkeep(StoreFaults.NONE).archive(key, now(), KEPT);
        assertThat(archived).isInstanceOf(Retirement.Done.class);
        assertThat(((Retirement.Done) archived).turns()).isBetween(20L, 45L);
        Observed after = bench().observe(key);
        assertThat(after.turns()).isEqualTo(before.turns());
        assertThat(after.header()).isEqualTo(before.header().withStatus(ConversationStatus.ARCHIVED));
        assertThat(bench().list(key.user()).getFirst().status()).isEqualTo(ConversationStatus.ARCHIVED);
        for (long number : List.of(1L, 20L, 21L, 45L, 65L)) {
            assertThat(bench().store().turn(key, new TurnRef.ByNumber(number)))
                    .contains(before.turns().get((int) number - 1));
        }
        assertStoredOnce(key);
    }

    @Test
    default void aTurnAfterAnArchiveMakesItActiveAndNothingIsCopiedBack() {
        ConversationKey key = idle(65);
        upkeep(StoreFaults.NONE).archive(key, now(), KEPT);
        bench().appendAll(bench().load(key), 45);
        Observed after = bench().observe(key);
        assertThat(after.header().status()).isEqualTo(ConversationStatus.ACTIVE);
        assertThat(after.turns()).hasSize(110);
        assertStoredOnce(key);
        bench().clock().advance(Duration.ofHours(1));
        assertThat(upkeep(StoreFaults.NONE).archive(key, now(), KEPT)).isInstanceOf(Retirement.Done.class);
        assertThat(bench().observe(key).turns()).isEqualTo(after.turns());
        assertStoredOnce(key);
    }

    @Test
    default void whatIsInUseIsLeftAlone() {
        ConversationKey key = idle(65);
        Instant before = now().minus(Duration.ofMinutes(10));
        bench().append(key, "in use");
        Observed used = bench().observe(key);
        assertThat(upkeep(StoreFaults.NONE).archive(key, before, KEPT)).isInstanceOf(Retirement.InUse.class);
        assertThat(upkeep(StoreFaults.NONE).delete(key, before)).isInstanceOf(Retirement.InUse.class);
        assertThat(bench().observe(key)).isEqualTo(used);
        ConversationKey touched = idle(65);
        assertThat(bench().store().touch(bench().load(touched))).isInstanceOf(Touch.Current.class);
        assertThat(upkeep(StoreFaults.NONE).archive(touched, before, KEPT)).isInstanceOf(Retirement.InUse.class);
        assertThat(upkeep(StoreFaults.NONE).delete(touched, before)).isInstanceOf(Retirement.InUse.class);
        assertThat(bench().observe(touched).turns()).hasSize(65);
    }

    @Test
    default void whereNothingIsThereIsNothingToDo() {
        bench().needs(Ability.UPKEEP);
        ConversationKey key = bench().key();
        assertThat(upkeep(StoreFaults.NONE).archive(key, now(), KEPT)).isInstanceOf(Retirement.Absent.class);
        assertThat(upkeep(StoreFaults.NONE).delete(key, now())).isInstanceOf(Retirement.Absent.class);
        bench().observeNothing(key);
    }

    @Test
    default void aTurnThatComesWhileTurnsAreArchivedIsKept() {
        for (int n = 1; ; n++) {
            ConversationKey key = idle(65);
            Instant idleBefore = now();
            bench().clock().advance(Duration.ofSeconds(1));
            Script stop = Script.at(n, Script.Side.BEFORE, () -> bench().append(key, "meanwhile"));
            assertThat(upkeep(stop).archive(key, idleBefore, KEPT)).isNotNull();
            Observed after = bench().observe(key);
            if (!stop.reached()) {
                assertThat(n).isGreaterThan(4);
                return;
            }
            assertThat(after.turns()).as("before request %d", n).hasSize(66);
            assertThat(after.turns().getLast().userInput()).isEqualTo("meanwhile");
            assertThat(after.header().status()).as("before request %d", n).isEqualTo(ConversationStatus.ACTIVE);
            assertThat(bench().list(key.user()).getFirst().status()).isEqualTo(ConversationStatus.ACTIVE);
            sweepLater();
            assertStoredOnce(key);
            assertThat(bench().observe(key)).isEqualTo(after);
            bench().erase(key);
        }
    }

    /** The archive's commit demands the generation that it read. */
    @Test
    default void aRedactionWhileTurnsAreArchivedLeavesNoText() {
        for (int n = 1; ; n++) {
            ConversationKey key = idle(65);
            Turn turn = bench().store().turn(key, new TurnRef.ByNumber(2)).orElseThrow();
            Script stop = Script.at(
                    n,
                    Script.Side.BEFORE,
                    () -> assertThat(bench().store().redact(key, new TurnRef.ByNumber(2), Samples.counting()))
                            .isPresent());
            upkeep(stop).archive(key, now(), KEPT);
            assertThat(bench().store().turn(key, new TurnRef.ByNumber(2))).isPresent();
            if (!stop.reached()) {
                assertThat(n).isGreaterThan(4);
                return;
            }
            Observed after = bench().observe(key);
            assertThat(after.turns().get(1)).as("before request %d", n).isEqualTo(turn.redacted());
            assertNowhere("message 2\"", "before request " + n);
            bench().erase(key);
        }
    }

    @Test
    default void anArchivedTurnIsRedactedClearedAndErased() {
        ConversationKey key = idle(65);
        upkeep(StoreFaults.NONE).archive(key, now(), KEPT);
        Turn turn = bench().store().turn(key, new TurnRef.ByNumber(2)).orElseThrow();
        assertThat(bench().store().redact(key, new TurnRef.ByNumber(2), Samples.counting()))
                .contains(turn.redacted());
        assertThat(bench().observe(key).turns().get(1)).isEqualTo(turn.redacted());
        assertNowhere("message 2\"", "redacted");
        bench().clear(key);
        assertNowhere("message ", "cleared");
        ConversationKey other = idle(65);
        upkeep(StoreFaults.NONE).archive(other, now(), KEPT);
        bench().erase(other);
        bench().observeNothing(other);
        assertNowhere("message ", "erased");
    }

    @Test
    default void anArchiveThatCrashedAnywhereIsCompletedByTheNextRun() {
        for (Script.Side side : Script.Side.values()) {
            for (int n = 1; ; n++) {
                ConversationKey key = idle(65);
                Observed before = bench().observe(key);
                Script death = Script.at(n, side, Script.die());
                Schedules.dies(() -> {
                    var _ = upkeep(death).archive(key, now(), KEPT);
                });
                assertThat(bench().observe(key).turns()).isEqualTo(before.turns());
                if (!death.reached()) {
                    break;
                }
                sweepLater();
                assertThat(upkeep(StoreFaults.NONE).archive(key, now(), KEPT)).isInstanceOf(Retirement.Done.class);
                assertThat(bench().observe(key).turns()).isEqualTo(before.turns());
                sweepLater();
                assertStoredOnce(key);
                bench().erase(key);
            }
        }
    }

    /** Who drops copies that came to nothing takes none that an archive is about to rely on, and the other way round. */
    @Test
    default void anArchiveAndASweepThatMeetLoseNothing() {
        bench().needs(Ability.UPKEEP);
        bench().needs(Ability.INSPECTS);
        int death = deathThatLeavesCopies();
        for (boolean isSweepStopped : List.of(true, false)) {
            for (int n = 1; ; n++) {
                ConversationKey key = copiedInVain(death);
                Observed before = bench().observe(key);
                Script meeting = Script.at(n, Script.Side.BEFORE, () -> {
                    var _ = upkeep(StoreFaults.NONE).archive(key, now(), KEPT);
                    var _ = upkeep(StoreFaults.NONE).sweep();
                });
                if (isSweepStopped) {
                    var _ = upkeep(meeting).sweep();
                } else {
                    var _ = upkeep(meeting).archive(key, now(), KEPT);
                }
                String story = "%s stopped before request %d".formatted(isSweepStopped ? "sweep" : "archive", n);
                assertThat(bench().observe(key).turns()).as(story).isEqualTo(before.turns());
                sweepLater();
                assertThat(bench().observe(key).turns()).as(story).isEqualTo(before.turns());
                assertStoredOnce(key);
                bench().erase(key);
                if (!meeting.reached()) {
                    assertThat(n).isGreaterThan(4);
                    break;
                }
            }
        }
    }

    /** After which request an archive has to die for its copies to be there and its turns not yet to be freed. */
    private int deathThatLeavesCopies() {
        for (int n = 1; ; n++) {
            ConversationKey key = copiedInVain(n);
            String turnId = bench().observe(key).turns().getFirst().turnId();
            boolean isTwice = bench().space().objects().stream()
                            .filter(object -> object.contains(turnId))
                            .count()
                    == 2;
            bench().erase(key);
            if (isTwice) {
                return n;
            }
        }
    }

    /** An hour and more ago an archive of it died after a request. */
    private ConversationKey copiedInVain(int death) {
        bench().present();
        ConversationKey key = bench().key();
        bench().imported(key, Samples.file(1, 65));
        bench().clock().advance(Duration.ofHours(1));
        Schedules.dies(() -> {
            var _ = upkeep(Script.at(death, Script.Side.AFTER, Script.die())).archive(key, now(), KEPT);
        });
        bench().clock().advance(Duration.ofMinutes(61));
        return key;
    }

    @Test
    default void whatIsDeletedByAgeIsGone() {
        ConversationKey key = idle(65);
        upkeep(StoreFaults.NONE).archive(key, now(), KEPT);
        assertThat(upkeep(StoreFaults.NONE).delete(key, now())).isEqualTo(new Retirement.Done(65));
        bench().observeNothing(key);
        assertNowhere("message ", "deleted");
        assertThat(upkeep(StoreFaults.NONE).delete(key, now())).isInstanceOf(Retirement.Absent.class);
        bench().create(key);
        assertThat(bench().observe(key).turns()).isEmpty();
    }

    @Test
    default void aDeleteByAgeThatMeetsATurnLeavesItOrTellsIt() {
        for (int n = 1; ; n++) {
            ConversationKey key = idle(5);
            Instant idleBefore = now();
            bench().clock().advance(Duration.ofSeconds(1));
            Append[] append = new Append[1];
            ConversationStore writer = bench().store(StoreFaults.NONE);
            Conversation loaded = writer.load(key, 20).orElseThrow();
            Script stop = Script.at(
                    n,
                    Script.Side.BEFORE,
                    () -> append[0] = writer.append(loaded, Samples.turn("arrived"), Bench.SETTINGS));
            Retirement answer = upkeep(stop).delete(key, idleBefore);
            if (!stop.reached()) {
                assertThat(n).isGreaterThan(2);
                return;
            }
            if (append[0] instanceof Append.Appended) {
                assertThat(answer).as("before request %d", n).isInstanceOf(Retirement.InUse.class);
                assertThat(bench().observe(key).turns()).hasSize(6);
            } else {
                assertThat(answer).as("before request %d", n).isInstanceOf(Retirement.Done.class);
                bench().observeNothing(key);
            }
        }
    }

    /** Of one user, an hour ago, with as many turns. */
    private ConversationKey idle(int turns) {
        bench().needs(Ability.UPKEEP);
        bench().present();
        ConversationKey key = bench().key();
        bench().create(key, new NewConversation("default", null, null, Samples.none()));
        bench().appendAll(bench().load(key), turns);
        bench().clock().advance(Duration.ofHours(1));
        return key;
    }

    private void sweepLater() {
        bench().clock().advance(Duration.ofMinutes(61));
        assertThat(upkeep(StoreFaults.NONE).sweep().isDone()).isTrue();
    }

    private StoreUpkeep upkeep(StoreFaults faults) {
        return bench().space().upkeep(bench().clock(), faults);
    }

    private Instant now() {
        return bench().clock().instant();
    }

    private void assertStoredOnce(ConversationKey key) {
        if (bench().can(Ability.INSPECTS)) {
            for (Turn turn : bench().observe(key).turns()) {
                assertThat(bench().space().objects().stream()
                                .filter(object -> object.contains(turn.turnId()))
                                .map(StoredObject::name))
                        .as("objects that hold turn %d", turn.turnNumber())
                        .hasSize(1);
            }
        }
    }

    private void assertNowhere(String text, String story) {
        if (bench().can(Ability.INSPECTS)) {
            assertThat(bench().space().objects()).as(story).noneMatch(object -> object.contains(text));
        }
    }
}
