package dev.danamemory.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.danamemory.chat.AgentException.Kind;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.contract.ProcessDied;
import dev.danamemory.store.contract.StoreCall;
import dev.danamemory.store.contract.StoreFaults;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyKeysTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Agent counting = request -> new AgentReply("answer " + asked.incrementAndGet(), List.of());

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRepeatGetsTheFirstAnswerWithoutAnotherCallOrTurn(boolean isNew) {
        try (ChatBench chat = new ChatBench(Map.of("default", counting))) {
            String id = isNew ? null : chat.answered(null, "before").conversationId();
            ChatResult.Answered first = (ChatResult.Answered) chat.service().chat(chat.keyed(id, null, "hi", "aa"));
            String place = first.conversationId();
            int calls = asked.get();
            for (int others : new int[] {0, 45}) {
                for (int i = 0; i < others; i++) {
                    chat.bench.append(new ConversationKey(ChatBench.ALICE, place), "other " + i);
                }
                ChatResult again =
                        chat.service(chat.bench.store(StoreFaults.NONE)).chat(chat.keyed(id, null, "hi", "aa"));
                assertThat(again).isInstanceOfSatisfying(ChatResult.Replayed.class, replayed -> {
                    assertThat(replayed.turn()).isEqualTo(first.turn());
                    assertThat(replayed.conversationId()).isEqualTo(place);
                });
            }
            assertThat(asked.get()).isEqualTo(calls);
            assertThat(chat.turns(place)).hasSize(isNew ? 46 : 47);
        }
    }

    @Test
    void twelveCallersThroughTwoServersMakeOneTurnAndOneCall() throws Exception {
        try (ChatBench chat = new ChatBench(Map.of("default", counting))) {
            for (int round = 0; round < 5; round++) {
                String id = chat.answered(null, "before").conversationId();
                int calls = asked.get();
                String key = "b" + round;
                List<Callable<ChatResult>> callers = new ArrayList<>();
                for (int n = 0; n < 12; n++) {
                    ChatService server = chat.service(chat.bench.store(StoreFaults.NONE));
                    callers.add(() -> untilSettled(server, chat.keyed(id, null, "hi", key)));
                }
                List<ChatResult> results = all(callers);
                assertThat(results)
                        .filteredOn(ChatResult.Answered.class::isInstance)
                        .hasSize(1);
                assertThat(results)
                        .filteredOn(ChatResult.Replayed.class::isInstance)
                        .hasSize(11);
                assertThat(asked.get()).isEqualTo(calls + 1);
                assertThat(chat.turns(id)).hasSize(2);
            }
        }
    }

    private static ChatResult untilSettled(ChatService server, ChatCall call) {
        ChatResult result = server.chat(call);
        while (result instanceof ChatResult.KeyInProgress) {
            Thread.onSpinWait();
            result = server.chat(call);
        }
        return result;
    }

    private static <T> List<T> all(List<Callable<T>> work) throws Exception {
        List<T> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            for (Future<T> result : threads.invokeAll(work)) {
                results.add(result.get());
            }
        }
        return results;
    }

    @Test
    void anotherBodyIsToldSo() {
        try (ChatBench chat = new ChatBench(Map.of("default", counting))) {
            chat.service().chat(chat.keyed(null, null, "hi", "aa"));
            assertThat(chat.service().chat(chat.keyed(null, null, "ho", "aa"))).isEqualTo(new ChatResult.KeyReused());
            assertThat(asked.get()).isEqualTo(1);
        }
    }

    @Test
    void whileTheFirstIsRunningARepeatWaits() throws InterruptedException {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Agent slow = request -> {
            entered.countDown();
            try {
                leave.await();
            } catch (InterruptedException e) {
                throw new AgentException(Kind.TIMEOUT, "interrupted", null, e);
            }
            return new AgentReply("answer " + asked.incrementAndGet(), List.of());
        };
        try (ChatBench chat = new ChatBench(Map.of("default", slow))) {
            Thread first = Thread.ofPlatform().start(() -> chat.service().chat(chat.keyed(null, null, "hi", "aa")));
            entered.await();
            assertThat(chat.service().chat(chat.keyed(null, null, "hi", "aa")))
                    .isInstanceOfSatisfying(
                            ChatResult.KeyInProgress.class,
                            busy -> assertThat(busy.retryAfter())
                                    .isBetween(Duration.ofSeconds(25), Duration.ofSeconds(32)));
            leave.countDown();
            first.join();
            assertThat(chat.service().chat(chat.keyed(null, null, "hi", "aa"))).isInstanceOf(ChatResult.Replayed.class);
            assertThat(asked.get()).isEqualTo(1);
        }
    }

    /** A holder that dies before its n-th request; a repeat takes over once its lease is over. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aRepeatTakesOverFromADeadHolderWhereverItDied(boolean isNew) {
        try (ChatBench chat = new ChatBench(Map.of("default", counting))) {
            for (int n = 1; ; n++) {
                String id = isNew ? null : chat.answered(null, "before").conversationId();
                String key = "c" + n;
                Dying dying = new Dying(n);
                try {
                    chat.service(chat.bench.store(dying)).chat(chat.keyed(id, null, "hi", key));
                } catch (ProcessDied expected) {
                    assertThat(dying.died).isTrue();
                }
                chat.bench.clock().advance(Duration.ofSeconds(33));
                ChatResult result = chat.service().chat(chat.keyed(id, null, "hi", key));
                Turn turn = result instanceof ChatResult.Replayed replayed
                        ? replayed.turn()
                        : ((ChatResult.Answered) result).turn();
                assertThat(turn.userInput()).isEqualTo("hi");
                assertThat(chat.service().chat(chat.keyed(id, null, "hi", key)))
                        .isInstanceOf(ChatResult.Replayed.class);
                String place = result instanceof ChatResult.Replayed replayed
                        ? replayed.conversationId()
                        : ((ChatResult.Answered) result).conversationId();
                assertThat(chat.turns(place).stream()
                                .filter(one -> one.userInput().equals("hi")))
                        .as("died before request %d", n)
                        .hasSize(1);
                if (!dying.died) {
                    assertThat(n).isGreaterThan(3);
                    return;
                }
            }
        }
    }

    private static final class Dying implements StoreFaults {
        private final int at;
        private int requests;
        private boolean died;

        Dying(int at) {
            this.at = at;
        }

        @Override
        public void before(StoreCall call, Runnable deliver) {
            requests++;
            if (died || requests == at) {
                died = true;
                throw new ProcessDied();
            }
        }
    }

    @Test
    void afterAFailedCallTheSameKeyTriesAgainAndSaysWhatItReplaces() {
        AtomicInteger tries = new AtomicInteger();
        Agent flaky = request -> {
            if (tries.incrementAndGet() == 1) {
                throw new AgentException(Kind.FAILED, "no");
            }
            return new AgentReply("yes", List.of());
        };
        try (ChatBench chat = new ChatBench(Map.of("default", flaky))) {
            ChatResult.AgentFailed failed =
                    (ChatResult.AgentFailed) chat.service().chat(chat.keyed(null, null, "hi", "aa"));
            ChatResult.Answered answered =
                    (ChatResult.Answered) chat.service().chat(chat.keyed(null, null, "hi", "aa"));
            assertThat(answered.conversationId()).isEqualTo(failed.conversationId());
            assertThat(chat.turns(answered.conversationId()))
                    .extracting(Turn::status, Turn::replaces)
                    .containsExactly(tuple(TurnStatus.FAILED, null), tuple(TurnStatus.COMPLETE, 1L));
            assertThat(chat.service().chat(chat.keyed(null, null, "hi", "aa"))).isInstanceOf(ChatResult.Replayed.class);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void onceItsTurnIsClearedOrErasedTheKeySaysSo(boolean erased) {
        try (ChatBench chat = new ChatBench(Map.of("default", counting))) {
            for (String id : new String[] {null, chat.answered(null, "before").conversationId()}) {
                String key = "d" + id;
                ChatResult.Answered first = (ChatResult.Answered) chat.service().chat(chat.keyed(id, null, "hi", key));
                ConversationKey place = new ConversationKey(ChatBench.ALICE, first.conversationId());
                int calls = asked.get();
                if (erased) {
                    chat.bench.erase(place);
                } else {
                    assertThat(chat.bench.store().clear(place)).isPresent();
                }
                assertThat(chat.service().chat(chat.keyed(id, null, "hi", key))).isEqualTo(new ChatResult.TurnGone());
                assertThat(asked.get()).isEqualTo(calls);
                assertThat(chat.bench
                                .store()
                                .load(place, 20)
                                .map(loaded -> loaded.lastTurn())
                                .orElse(0L))
                        .isZero();
            }
        }
    }

    @Test
    void aKeyIsForgottenAfterItsDay() {
        try (ChatBench chat = new ChatBench(Map.of("default", counting))) {
            String id = chat.answered(null, "before").conversationId();
            chat.service().chat(chat.keyed(id, null, "hi", "aa"));
            chat.bench.clock().advance(Duration.ofHours(25));
            assertThat(chat.service().chat(chat.keyed(id, null, "hi", "aa"))).isInstanceOf(ChatResult.Answered.class);
            assertThat(chat.turns(id)).hasSize(3);
        }
    }

    @Test
    void aKeyedTurnCostsOneWriteMore() {
        try (ChatBench chat = new ChatBench(Map.of("default", counting))) {
            String id = chat.answered(null, "before").conversationId();
            ChatResult.Answered keyed = (ChatResult.Answered) chat.service().chat(chat.keyed(id, null, "hi", "aa"));
            assertThat(keyed.use().reads()).isEqualTo(1);
            assertThat(keyed.use().writes()).isEqualTo(2);
        }
    }
}
