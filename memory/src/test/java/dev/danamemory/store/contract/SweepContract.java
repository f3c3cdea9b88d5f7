package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.IdleConversation;
import dev.danamemory.store.IdlePage;
import dev.danamemory.store.IdleQuery;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.StoreUpkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a run finds to do, and what it sweeps once more. */
public interface SweepContract extends Clauses {
    @Test
    default void aRunFindsWhatIsIdleByItsAgentsCutoffs() {
        begin();
        ConversationKey old = of("archiving");
        ConversationKey doomed = of("deleting");
        ConversationKey other = of("keeping");
        bench().clock().advance(Duration.ofDays(10));
        ConversationKey young = of("archiving");
        Instant cutoff = now().minus(Duration.ofDays(5));
        Map<String, IdleQuery.Cutoffs> cutoffs = Map.of(
                "archiving", new IdleQuery.Cutoffs(cutoff, null),
                "deleting", new IdleQuery.Cutoffs(null, cutoff),
                "keeping", new IdleQuery.Cutoffs(null, null));
        List<IdleConversation> found = all(cutoffs, 1);
        assertThat(found.stream().map(IdleConversation::key)).containsExactlyInAnyOrder(old, doomed);
        assertThat(found.stream().map(IdleConversation::agentId)).containsOnly("archiving", "deleting");
        assertThat(found.stream().map(IdleConversation::status)).containsOnly(ConversationStatus.ACTIVE);
        assertThat(all(cutoffs, 100)).hasSize(2);
        assertThat(upkeep().archive(old, cutoff, 20)).isNotNull();
        assertThat(all(cutoffs, 100).stream().map(IdleConversation::key)).containsExactly(doomed);
        assertThat(List.of(young, other)).allSatisfy(key -> bench().observe(key));
    }

    /** For the run to report: nobody knows what is to become of them. */
    @Test
    default void idleConversationsOfAgentsThatAreNotDefinedAreFoundToo() {
        begin();
        ConversationKey orphan = of("gone");
        ConversationKey posted = bench().key();
        bench().create(posted);
        bench().append(bench().load(posted), Samples.turn("made elsewhere", "2026-11-22T12:00:00Z", "elsewhere"));
        ConversationKey archived = of("gone");
        bench().clock().advance(Duration.ofDays(10));
        assertThat(upkeep().archive(archived, now(), 20)).isNotNull();
        ConversationKey young = of("gone");
        List<ConversationKey> found =
                all(deleting(), 2).stream().map(IdleConversation::key).toList();
        assertThat(found).contains(orphan, posted).doesNotContain(young).doesNotHaveDuplicates();
    }

    @Test
    default void whatIsPostponedIsLeftOutForAWhile() {
        begin();
        ConversationKey key = of("deleting");
        bench().clock().advance(Duration.ofDays(10));
        upkeep().postpone(key, now().plus(Duration.ofDays(1)));
        assertThat(all(deleting(), 10)).isEmpty();
        bench().clock().advance(Duration.ofHours(25));
        assertThat(upkeep().sweep().isDone()).isTrue();
        assertThat(all(deleting(), 10).stream().map(IdleConversation::key)).containsExactly(key);
    }

    @Test
    default void aRunRemembersWhereItStopped() {
        begin();
        assertThat(upkeep().checkpoint()).isEmpty();
        upkeep().checkpoint(Optional.of("here"));
        assertThat(upkeep().checkpoint()).contains("here");
        upkeep().checkpoint(Optional.empty());
        assertThat(upkeep().checkpoint()).isEmpty();
    }

    /** Nothing but a tombstone, and after a day not even that; generations go on. */
    @Test
    default void anHourAfterAnEraseNothingIsLeft() {
        begin();
        ConversationKey key = bench().key();
        Life.live(bench().store(), key);
        long generation = bench().load(key).header().generation();
        bench().erase(key);
        bench().clock().advance(Duration.ofMinutes(61));
        assertThat(upkeep().sweep().failed()).isZero();
        bench().observeNothing(key);
        assertNowhere(key.conversationId());
        bench().clock().advance(Duration.ofDays(-30));
        assertThat(bench().create(key).header().generation()).isGreaterThan(generation);
        assertThat(bench().observe(key).turns()).isEmpty();
        bench().clock().advance(Duration.ofDays(32));
        assertThat(upkeep().sweep().isDone()).isTrue();
        assertThat(bench().observe(key).turns()).isEmpty();
    }

    @Test
    default void whatArrivedLateIsSwept() {
        begin();
        bench().needs(Ability.REDELIVERS);
        ConversationKey key = bench().key();
        Script life = Script.recording();
        Life.live(bench().store(life), key);
        bench().erase(key);
        life.redeliver();
        bench().observeNothing(key);
        bench().clock().advance(Duration.ofMinutes(61));
        assertThat(upkeep().sweep().isDone()).isTrue();
        assertNowhere(Life.MARKER);
        ConversationKey cleared = bench().key();
        Script before = Script.recording();
        Life.live(bench().store(before), cleared);
        bench().clear(cleared);
        before.redeliver();
        bench().clock().advance(Duration.ofMinutes(61));
        assertThat(upkeep().sweep().isDone()).isTrue();
        assertThat(bench().observe(cleared).turns()).isEmpty();
        assertNowhere(Life.MARKER + " turn");
    }

    /** What was on its way when an erase began meets its stub for an hour, whatever else is swept meanwhile. */
    @Test
    default void theNoteOfAnEarlierProtocolLeavesAYoungStubAlone() {
        begin();
        bench().needs(Ability.REDELIVERS);
        ConversationKey key = bench().key();
        Script creation = Script.recording();
        bench().store(creation).create(key, Samples.titled(Life.MARKER));
        bench().clear(key);
        bench().clock().advance(Duration.ofMinutes(59));
        bench().erase(key);
        bench().clock().advance(Duration.ofMinutes(2));
        assertThat(upkeep().sweep().isDone()).isTrue();
        creation.redeliver();
        bench().observeNothing(key);
        assertThat(bench().list(key.user())).isEmpty();
        bench().clock().advance(Duration.ofMinutes(61));
        assertThat(upkeep().sweep().isDone()).isTrue();
        assertNowhere(key.conversationId());
    }

    @Test
    default void thePartsOfASweepAreTogetherTheWhole() {
        begin();
        int parts = 3;
        List<ConversationKey> erased = new ArrayList<>();
        for (int n = 0; n < 9; n++) {
            ConversationKey key = of("keeping");
            bench().erase(key);
            erased.add(key);
        }
        bench().clock().advance(Duration.ofMinutes(61));
        for (int part = 0; part < parts; part++) {
            assertThat(upkeep().sweep(part, parts).isDone()).isTrue();
        }
        erased.forEach(key -> assertNowhere(key.conversationId()));
        assertThat(upkeep().sweep().swept()).isZero();
    }

    /** Its title may be in the list already. */
    @Test
    default void aCreationThatBrokeOffIsDeletedByAgeToo() {
        begin();
        for (int n = 1; ; n++) {
            ConversationKey key = bench().key();
            Script death = Script.at(n, Script.Side.AFTER, Script.die());
            Schedules.dies(() -> {
                var _ = bench().store(death)
                        .create(key, new NewConversation("deleting", Life.MARKER, null, Samples.none()));
            });
            bench().clock().advance(Duration.ofDays(10));
            for (IdleConversation idle : all(deleting(), 10)) {
                var _ = upkeep().delete(idle.key(), now());
            }
            bench().clock().advance(Duration.ofMinutes(61));
            assertThat(upkeep().sweep().isDone()).isTrue();
            assertNowhere(Life.MARKER);
            bench().observeNothing(key);
            assertThat(bench().list(key.user())).isEmpty();
            if (!death.reached()) {
                assertThat(n).isGreaterThan(2);
                return;
            }
        }
    }

    @Test
    default void aSweepThatCrashedAnywhereIsCompletedByTheNext() {
        begin();
        for (int n = 1; ; n++) {
            ConversationKey key = bench().key();
            Life.live(bench().store(), key);
            bench().erase(key);
            bench().clock().advance(Duration.ofMinutes(61));
            Script death = Script.at(n, Script.Side.AFTER, Script.die());
            Schedules.dies(() -> {
                var _ = bench().space().upkeep(bench().clock(), death).sweep();
            });
            assertThat(upkeep().sweep().isDone()).isTrue();
            assertNowhere(key.conversationId());
            bench().observeNothing(key);
            bench().create(key);
            assertThat(bench().observe(key).turns()).isEmpty();
            bench().erase(key);
            if (!death.reached()) {
                assertThat(n).isGreaterThan(3);
                return;
            }
        }
    }

    /** What a broken import left. */
    @Test
    default void anImportThatBrokeOffLeavesNothing() {
        begin();
        for (int n = 1; ; n++) {
            ConversationKey key = bench().key();
            Script death = Script.at(n, Script.Side.AFTER, Script.die());
            Schedules.dies(() -> {
                ConversationStore store = bench().store(ticking(death));
                var _ = store.importFile(key, Samples.request(Samples.file(1, 65)));
            });
            boolean isThere = bench().store().load(key, 1).isPresent();
            bench().clock().advance(Duration.ofMinutes(61));
            assertThat(upkeep().sweep().isDone()).isTrue();
            if (isThere) {
                assertThat(Observed.of(bench().store(), key).orElseThrow().turns())
                        .hasSize(65);
                bench().erase(key);
            } else {
                assertNowhere("input 1\"");
                bench().observeNothing(key);
            }
            if (!death.reached()) {
                assertThat(n).isGreaterThan(3);
                return;
            }
            bench().clock().advance(Duration.ofMinutes(61));
            assertThat(upkeep().sweep().isDone()).isTrue();
        }
    }

    /** A protocol takes time: what it makes is younger than the word that it left first. */
    private StoreFaults ticking(Script script) {
        return new StoreFaults() {
            @Override
            public void before(StoreCall call, Runnable deliver) {
                bench().clock().advance(Duration.ofMillis(100));
                script.before(call, deliver);
            }

            @Override
            public void after(StoreCall call, Runnable deliver) {
                script.after(call, deliver);
            }
        };
    }

    private void begin() {
        bench().needs(Ability.UPKEEP);
        bench().present();
    }

    private ConversationKey of(String agent) {
        ConversationKey key = bench().key();
        bench().create(key, new NewConversation(agent, null, null, Samples.none()));
        bench().append(key, "hello");
        return key;
    }

    private Map<String, IdleQuery.Cutoffs> deleting() {
        return Map.of("deleting", new IdleQuery.Cutoffs(null, now().minus(Duration.ofDays(5))));
    }

    private List<IdleConversation> all(Map<String, IdleQuery.Cutoffs> cutoffs, int limit) {
        List<IdleConversation> all = new ArrayList<>();
        @Nullable String position = null;
        do {
            IdlePage page = upkeep().idle(new IdleQuery(cutoffs, limit, position));
            all.addAll(page.found());
            position = page.next();
        } while (position != null);
        return all;
    }

    private StoreUpkeep upkeep() {
        return bench().space().upkeep(bench().clock(), StoreFaults.NONE);
    }

    private Instant now() {
        return bench().clock().instant();
    }

    private void assertNowhere(String text) {
        if (bench().can(Ability.INSPECTS)) {
            assertThat(bench().space().objects()).noneMatch(object -> object.contains(text));
        }
    }
}
