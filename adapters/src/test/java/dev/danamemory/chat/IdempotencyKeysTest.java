package dev.danamemory.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.danamemory.blob.disk.FileStoreSpec;
import dev.danamemory.chat.AgentException.Kind;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.contract.StoreFaults;
import dev.danamemory.store.contract.StoreSpec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
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
        try (ChatBench chat = new ChatBench(spec(), Map.of("default", counting))) {
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

    /** The store that the service runs on. */
    StoreSpec spec() {
        return new FileStoreSpec();
    }

    @Test
    void anotherBodyIsToldSo() {
        try (ChatBench chat = new ChatBench(spec(), Map.of("default", counting))) {
            chat.service().chat(chat.keyed(null, null, "hi", "aa"));
            assertThat(chat.service().chat(chat.keyed(null, null, "ho", "aa"))).isEqualTo(new ChatResult.KeyReused());
            assertThat(asked.get()).isEqualTo(1);
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
        try (ChatBench chat = new ChatBench(spec(), Map.of("default", flaky))) {
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
        try (ChatBench chat = new ChatBench(spec(), Map.of("default", counting))) {
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
        try (ChatBench chat = new ChatBench(spec(), Map.of("default", counting))) {
            String id = chat.answered(null, "before").conversationId();
            chat.service().chat(chat.keyed(id, null, "hi", "aa"));
            chat.bench.clock().advance(Duration.ofHours(25));
            assertThat(chat.service().chat(chat.keyed(id, null, "hi", "aa"))).isInstanceOf(ChatResult.Answered.class);
            assertThat(chat.turns(id)).hasSize(3);
        }
    }

    @Test
    void aKeyedTurnCostsOneWriteMore() {
        try (ChatBench chat = new ChatBench(spec(), Map.of("default", counting))) {
            String id = chat.answered(null, "before").conversationId();
            ChatResult.Answered keyed = (ChatResult.Answered) chat.service().chat(chat.keyed(id, null, "hi", "aa"));
            assertThat(keyed.use().reads()).isEqualTo(1);
            assertThat(keyed.use().writes()).isEqualTo(2);
        }
    }
}
