package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.OwnedPage;
import dev.danamemory.store.UserErasure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** All of one user's: finding it, and erasing it. */
public interface UserContract extends Clauses {
    @Test
    default void allOfAUsersConversationsAreFoundOnce() {
        UserId user = bench().key().user();
        List<String> ids = IntStream.rangeClosed(1, 7)
                .mapToObj(n -> (n % 2 == 0 ? "Chat." : "chat-") + "x".repeat(n * 17) + n)
                .toList();
        ids.forEach(id -> bench().create(new ConversationKey(user, id)));
        bench().create(bench().key());
        bench().create(new ConversationKey(user, "gone"));
        bench().erase(new ConversationKey(user, "gone"));
        for (int limit : List.of(1, 3, 100)) {
            assertThat(owned(user, limit).stream().map(ConversationKey::conversationId))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
        List<ConversationKey> order = owned(user, 2);
        bench().append(order.getLast(), "used");
        assertThat(owned(user, 2)).isEqualTo(order);
    }

    @Test
    default void anErasedUsersConversationsAreReadInNoWay() {
        UserId user = bench().key().user();
        ConversationKey other = bench().key();
        Life.live(bench().store(), other);
        List<ConversationKey> keys = furnished(user);
        UserErasure erasure = bench().store().eraseUser(user);
        assertThat(erasure).isEqualTo(new UserErasure(true, 0, 3, 135, 0));
        keys.forEach(bench()::observeNothing);
        assertThat(bench().list(user)).isEmpty();
        assertThat(owned(user, 10)).isEmpty();
        assertThat(bench().observe(other).turns()).hasSize(45);
        assertThat(bench().store().eraseUser(user)).isEqualTo(new UserErasure(true, 0, 0, 0, 0));
        bench().clock().advance(Duration.ofSeconds(1));
        bench().create(keys.getFirst());
        assertThat(bench().observe(keys.getFirst()).turns()).isEmpty();
        bench().erase(other);
        assertNowhere(Life.MARKER);
    }

    @Test
    default void anEraseOfAUserThatCrashedAnywhereIsCompletedByItsRepeat() {
        for (int n = 1; ; n++) {
            UserId user = bench().key().user();
            List<ConversationKey> keys = furnished(user).subList(0, 1);
            Script death = Script.at(n, Script.Side.AFTER, Script.die());
            Schedules.dies(() -> {
                var _ = bench().store(death).eraseUser(user);
            });
            assertThat(bench().store().eraseUser(user).isDone()).isTrue();
            keys.forEach(bench()::observeNothing);
            assertNowhere(Life.MARKER);
            if (!death.reached()) {
                assertThat(n).isGreaterThan(3);
                return;
            }
            n += 3; // every fourth request: each kind is met several times
        }
    }

    /** Whoever makes a conversation looks whether its user was erased meanwhile. */
    @Test
    default void aCreateThatMeetsAnEraseOfItsUserLeavesNothing() {
        for (int n = 1; ; n++) {
            ConversationKey key = bench().key();
            bench().create(new ConversationKey(key.user(), "first"));
            Script stop = Script.at(n, Script.Side.BEFORE, () -> {
                bench().clock().advance(Duration.ofSeconds(1));
                assertThat(bench().store(StoreFaults.NONE).eraseUser(key.user()).isDone())
                        .isTrue();
            });
            ConversationStore store = bench().store(stop);
            assertThat(store.create(key, Samples.titled("Title"))).isInstanceOf(Creation.class);
            if (!stop.reached()) {
                assertThat(n).isGreaterThan(2);
                bench().observe(key);
                return;
            }
            assertThat(Observed.of(bench().store(StoreFaults.NONE), key))
                    .as("before request %d", n)
                    .isEmpty();
            assertThat(owned(key.user(), 10)).as("before request %d", n).isEmpty();
        }
    }

    private List<ConversationKey> furnished(UserId user) {
        List<ConversationKey> keys = IntStream.rangeClosed(1, 3)
                .mapToObj(n -> new ConversationKey(user, "chat-" + n))
                .toList();
        keys.forEach(key -> Life.live(bench().store(), key));
        return keys;
    }

    private List<ConversationKey> owned(UserId user, int limit) {
        List<ConversationKey> all = new ArrayList<>();
        @Nullable String position = null;
        do {
            OwnedPage page = bench().store().owned(user, position, limit);
            assertThat(page.keys().size()).isLessThanOrEqualTo(limit);
            all.addAll(page.keys());
            position = page.next();
        } while (position != null);
        return all;
    }

    private void assertNowhere(String text) {
        if (bench().can(Ability.INSPECTS)) {
            assertThat(bench().space().objects()).noneMatch(object -> object.contains(text));
        }
    }
}
