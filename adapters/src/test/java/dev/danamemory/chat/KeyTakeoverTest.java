package dev.danamemory.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.blob.disk.FileStoreSpec;
import dev.danamemory.chat.AgentException.Kind;
import dev.danamemory.model.Turn;
import dev.danamemory.store.contract.ProcessDied;
import dev.danamemory.store.contract.StoreCall;
import dev.danamemory.store.contract.StoreFaults;
import dev.danamemory.store.contract.StoreSpec;
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

/** Several callers with one key: one of them does the work. */
class KeyTakeoverTest {
    private final AtomicInteger asked = new AtomicInteger();
    private final Agent counting = request -> new AgentReply("answer " + asked.incrementAndGet(), List.of());

    /** The store that the service runs on. */
    StoreSpec spec() {
        return new FileStoreSpec();
    }

    @Test
    void twelveCallersThroughTwoServersMakeOneTurnAndOneCall() throws Exception {
        try (ChatBench chat = new ChatBench(spec(), Map.of("default", counting))) {
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
        try (ChatBench chat = new ChatBench(spec(), Map.of("default", slow))) {
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
        try (ChatBench chat = new ChatBench(spec(), Map.of("default", counting))) {
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
}
