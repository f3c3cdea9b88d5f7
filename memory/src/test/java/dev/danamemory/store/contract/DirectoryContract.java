package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.DirectoryEntry;
import dev.danamemory.store.DirectoryPage;
import dev.danamemory.store.DirectoryQuery;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A user's list, and the touches that order it. */
public interface DirectoryContract extends Clauses {
    @Test
    default void aListShowsTheNewestActivityFirst() {
        UserId user = new UserId(Samples.id("user"));
        List<ConversationKey> keys = conversations(user, 5);
        assertThat(ids(bench().list(user))).containsExactly("c5", "c4", "c3", "c2", "c1");
        later(31);
        assertThat(bench().store().touch(bench().load(keys.get(1)))).isInstanceOf(Touch.Current.class);
        assertThat(ids(bench().list(user))).containsExactly("c2", "c5", "c4", "c3", "c1");
        later(1);
        var titled = new ConversationChange(new ConversationChange.Title.Set("New"), null, null);
        bench().update(keys.get(2), titled);
        assertThat(ids(bench().list(user))).containsExactly("c3", "c2", "c5", "c4", "c1");
        later(1);
        bench().imported(new ConversationKey(user, "c6"), Samples.file(1, 2));
        bench().erase(keys.get(4));
        assertThat(ids(bench().list(user))).containsExactly("c6", "c3", "c2", "c4", "c1");
    }

    @Test
    default void anEntryShowsItsConversation() {
        ConversationKey key = bench().key();
        bench().create(key, new NewConversation("oven", "Mine", null, Samples.json("{'a': 1.50}")));
        Instant created = bench().clock().instant();
        DirectoryEntry entry = bench().list(key.user()).getFirst();
        assertThat(entry.conversationId()).isEqualTo(key.conversationId());
        assertThat(entry.agentId()).isEqualTo("oven");
        assertThat(entry.title()).isEqualTo("Mine");
        assertThat(entry.status()).isEqualTo(ConversationStatus.ACTIVE);
        assertThat(entry.metadata()).isEqualTo(Samples.json("{'a': 1.50}"));
        assertThat(Instant.parse(entry.createdAt())).isEqualTo(created);
        assertThat(Instant.parse(entry.updatedAt())).isEqualTo(created);
    }

    @Test
    default void pagesOfAListAreWhole() {
        UserId user = new UserId(Samples.id("user"));
        conversations(user, 11);
        List<String> all = ids(bench().list(user));
        assertThat(all).hasSize(11);
        for (int limit : List.of(1, 2, 3, 5, 10, 11)) {
            List<String> paged = new ArrayList<>();
            String position = null;
            do {
                DirectoryPage page = bench().store().list(user, new DirectoryQuery(null, null, limit, position));
                assertThat(page.entries()).hasSizeBetween(1, limit);
                paged.addAll(ids(page.entries()));
                position = page.next();
            } while (position != null);
            assertThat(paged).as("by %d", limit).isEqualTo(all);
        }
    }

    @Test
    default void listsAreFilteredByAgentAndStatus() {
        UserId user = new UserId(Samples.id("user"));
        for (int n = 1; n <= 6; n++) {
            ConversationKey key = new ConversationKey(user, "c" + n);
            bench().create(key, new NewConversation(n % 2 == 0 ? "even" : "odd", "Title", null, Samples.none()));
            if (n > 3) {
                archive(key);
            }
            later(1);
        }
        assertThat(filtered(user, "even", null)).containsExactly("c6", "c4", "c2");
        assertThat(filtered(user, null, ConversationStatus.ARCHIVED)).containsExactly("c6", "c5", "c4");
        assertThat(filtered(user, "odd", ConversationStatus.ARCHIVED)).containsExactly("c5");
        assertThat(filtered(user, "odd", ConversationStatus.ACTIVE)).containsExactly("c3", "c1");
        assertThat(filtered(user, "nobody", null)).isEmpty();
    }

    @Test
    default void aListHoldsOnesOwnOnly() {
        UserId user = new UserId("alice");
        UserId other = new UserId("alice2");
        bench().create(new ConversationKey(user, "mine"));
        bench().create(new ConversationKey(other, "theirs"));
        assertThat(ids(bench().list(user))).containsExactly("mine");
        assertThat(ids(bench().list(other))).containsExactly("theirs");
        assertThat(bench().list(new UserId("nobody"))).isEmpty();
    }

    @Test
    default void activityIsRecordedOncePerHalfHour() {
        ConversationKey key = bench().key();
        bench().create(key, Samples.titled("Title"));
        later(31);
        assertThat(writesOfATouch(key))
                .as("writes of the first touch after half an hour")
                .isEqualTo(1);
        assertThat(writesOfATouch(key)).as("writes of a touch right after it").isZero();
        later(29);
        assertThat(writesOfATouch(key)).as("writes of a touch 29 minutes later").isZero();
        later(2);
        assertThat(writesOfATouch(key)).as("writes of a touch 31 minutes later").isEqualTo(1);
        DirectoryEntry entry = bench().list(key.user()).getFirst();
        assertThat(Instant.parse(entry.updatedAt())).isEqualTo(bench().clock().instant());
    }

    /** A chat turn: load, touch, append. Counted is what the touch wrote. */
    private int writesOfATouch(ConversationKey key) {
        Script script = Script.recording();
        ConversationStore store = bench().store(script);
        Touch touch = store.touch(store.load(key, 20).orElseThrow());
        int writes = script.writes().size();
        Conversation current = ((Touch.Current) touch).conversation();
        Bench.appended(store.append(current, Samples.turn("chat"), Bench.SETTINGS));
        return writes;
    }

    @Test
    default void aTouchMakesAnArchivedConversationActive() {
        ConversationKey key = bench().key();
        bench().create(key, Samples.titled("Title"));
        archive(key);
        assertThat(filtered(key.user(), null, ConversationStatus.ARCHIVED)).hasSize(1);
        assertThat(bench().store().touch(bench().load(key))).isInstanceOf(Touch.Current.class);
        assertThat(filtered(key.user(), null, ConversationStatus.ARCHIVED)).isEmpty();
        assertThat(filtered(key.user(), null, ConversationStatus.ACTIVE)).hasSize(1);
        assertThat(bench().observe(key).header().status()).isEqualTo(ConversationStatus.ACTIVE);
    }

    private void archive(ConversationKey key) {
        var archived = new ConversationChange(new ConversationChange.Title.Keep(), null, ConversationStatus.ARCHIVED);
        bench().update(key, archived);
    }

    private List<ConversationKey> conversations(UserId user, int count) {
        List<ConversationKey> keys = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            keys.add(new ConversationKey(user, "c" + n));
            bench().create(keys.getLast(), Samples.titled("Title " + n));
            later(1);
        }
        return keys;
    }

    private void later(int minutes) {
        bench().clock().advance(Duration.ofMinutes(minutes));
    }

    private List<String> filtered(UserId user, @Nullable String agent, @Nullable ConversationStatus status) {
        return ids(bench().store()
                .list(user, new DirectoryQuery(agent, status, 50, null))
                .entries());
    }

    private static List<String> ids(List<DirectoryEntry> entries) {
        return entries.stream().map(DirectoryEntry::conversationId).toList();
    }
}
