package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.HeldClaim;
import dev.danamemory.store.KeyClaim;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.contract.Script.Side;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What is written down for idempotency keys. */
public interface KeyClaimContract extends Clauses {
    private KeyClaim claimed() {
        return new KeyClaim(
                Samples.id("nonce"),
                "digest",
                Samples.id("chat"),
                null,
                null,
                Samples.id("turn"),
                3,
                null,
                1,
                bench().clock().instant().plus(Duration.ofSeconds(30)),
                bench().clock().instant());
    }

    private static String name() {
        return Integer.toHexString(Samples.id("name").hashCode());
    }

    @Test
    default void ofManyClaimsOneHolds() throws Exception {
        for (int round = 0; round < 5; round++) {
            UserId user = bench().key().user();
            String name = name();
            List<Callable<HeldClaim>> callers = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                ConversationStore store = bench().store(StoreFaults.NONE);
                KeyClaim claim = claimed();
                callers.add(() -> Repeat.untilAnswered(() -> store.claim(user, name, claim)));
            }
            List<HeldClaim> answers = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(callers.size())) {
                for (Future<HeldClaim> answer : threads.invokeAll(callers)) {
                    answers.add(answer.get());
                }
            }
            assertThat(answers.stream().filter(HeldClaim::isMine)).hasSize(1);
            assertThat(answers.stream().map(HeldClaim::claim).distinct()).hasSize(1);
        }
    }

    @Test
    default void aClaimWhoseAnswerGotLostIsKnownAsItsCallersOwn() {
        Script lost = Script.atWrite(1, Side.AFTER, Script.fail(new StoreFault.AnswerLost()));
        KeyClaim claim = claimed();
        HeldClaim held = Repeat.untilAnswered(
                () -> bench().store(lost).claim(bench().key().user(), name(), claim));
        assertThat(lost.reached()).isTrue();
        assertThat(held.isMine()).isTrue();
        assertThat(held.claim()).isEqualTo(claim);
    }

    @Test
    default void aClaimIsAUsersOwn() {
        String name = name();
        assertThat(bench().store().claim(bench().key().user(), name, claimed()).isMine())
                .isTrue();
        assertThat(bench().store().claim(bench().key().user(), name, claimed()).isMine())
                .isTrue();
    }

    @Test
    default void aClaimIsForgottenAfterADay() {
        UserId user = bench().key().user();
        String name = name();
        KeyClaim first = claimed();
        assertThat(bench().store().claimOf(user, name)).isEmpty();
        bench().store().claim(user, name, first);
        assertThat(bench().store().claimOf(user, name).orElseThrow().claim()).isEqualTo(first);
        bench().clock().advance(Duration.ofHours(24).minusSeconds(1));
        assertThat(bench().store().claim(user, name, claimed()).claim()).isEqualTo(first);
        bench().clock().advance(Duration.ofSeconds(2));
        assertThat(bench().store().claimOf(user, name)).isEmpty();
        assertThat(bench().store().claim(user, name, claimed()).isMine()).isTrue();
    }

    @Test
    default void aClaimIsReplacedByOneOfTwo() {
        UserId user = bench().key().user();
        String name = name();
        HeldClaim held = bench().store().claim(user, name, claimed());
        KeyClaim again = held.claim().again(bench().clock().instant());
        HeldClaim taken = bench().store().replaceClaim(user, name, held, again).orElseThrow();
        assertThat(taken.claim().attempt()).isEqualTo(2);
        assertThat(bench().store(StoreFaults.NONE).replaceClaim(user, name, held, again))
                .isEmpty();
        assertThat(bench().store()
                        .replaceClaim(
                                user, name, taken, again.ended(bench().clock().instant())))
                .isPresent();
        assertThat(bench().store().claim(user, name, claimed()).claim().attempt())
                .isEqualTo(2);
    }

    @Test
    default void aClaimKeepsAllThatItHolds() {
        UserId user = bench().key().user();
        String name = name();
        KeyClaim full = new KeyClaim(
                Samples.id("nonce"),
                "digest",
                Samples.id("chat"),
                Samples.id("birth"),
                "epoch",
                Samples.id("turn"),
                3,
                7L,
                5,
                bench().clock().instant(),
                bench().clock().instant());
        bench().store().claim(user, name, full);
        assertThat(bench().store(StoreFaults.NONE).claim(user, name, claimed()).claim())
                .isEqualTo(full);
    }

    /** A creation that is repeated by its birth makes one conversation, and none once that was erased. */
    @Test
    default void aCreationIsRepeatedByItsBirth() {
        ConversationKey key = bench().key();
        NewConversation named = new NewConversation(null, "Title", null, Samples.none(), Samples.id("birth"));
        Creation.Created first = (Creation.Created) bench().store().create(key, named);
        bench().append(first.conversation(), Samples.turn("stays"));
        assertThat(bench().store(StoreFaults.NONE).create(key, named)).isInstanceOf(Creation.Created.class);
        assertThat(bench().observe(key).turns()).hasSize(1);
        bench().erase(key);
        bench().store(StoreFaults.NONE).create(key, named);
        bench().observeNothing(key);
    }

    @Test
    default void aTurnIsFoundBehindANumber() {
        ConversationKey key = bench().key();
        bench().appendAll(bench().create(key), 3);
        NewTurn turn = Samples.turn("the one");
        Turn stored = bench().append(bench().load(key), turn);
        for (int others : new int[] {0, 60}) {
            bench().appendAll(bench().load(key), others);
            assertThat(bench().store().storedAfter(bench().load(key), 3, turn.turnId()))
                    .contains(stored);
            assertThat(bench().store().storedAfter(bench().load(key), 4, turn.turnId()))
                    .isEmpty();
        }
    }
}
