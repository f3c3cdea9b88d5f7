package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.IdleConversation;
import dev.danamemory.store.IdlePage;
import dev.danamemory.store.IdleQuery;
import dev.danamemory.store.Meter;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.StoreFaults;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is due is found through the index: by agent, status and activity, and nothing else is looked at. */
class IdlingTest {
    private static final List<String> USERS =
            List.of("alice", "auth0|a/b", "..", "a b", "50%#", "\u0001", "日本語", "😀 x");

    /** Of an agent that is defined and wants nothing. */
    private static final IdleQuery.Cutoffs OFF = new IdleQuery.Cutoffs(null, null);

    private Bench bench;

    @BeforeEach
    void open() {
        bench = new Bench(new MemorySpec());
        bench.present();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private StoreUpkeep upkeep() {
        return bench.space().upkeep(bench.clock(), StoreFaults.NONE);
    }

    private Instant daysAgo(int days) {
        return bench.clock().instant().minus(Duration.ofDays(days));
    }

    private ConversationKey idle(String user, String id, @Nullable String agent) {
        ConversationKey key = new ConversationKey(new UserId(user), id);
        bench.create(key, new NewConversation(agent, null, null, Samples.none()));
        return key;
    }

    private List<IdleConversation> all(Map<String, IdleQuery.Cutoffs> cutoffs, int limit) {
        List<IdleConversation> all = new ArrayList<>();
        @Nullable String position = null;
        do {
            IdlePage page = upkeep().idle(new IdleQuery(cutoffs, limit, position));
            assertThat(page.found()).hasSizeLessThanOrEqualTo(limit);
            all.addAll(page.found());
            position = page.next();
        } while (position != null);
        return all;
    }

    @Test
    void everyUsersAreFoundOnceWhateverTheLengthOfAPage() {
        List<ConversationKey> keys = new ArrayList<>();
        for (String user : USERS) {
            for (int n = 0; n < 9; n++) {
                keys.add(idle(user, "Chat." + n, n % 2 == 0 ? "one" : "two"));
            }
        }
        bench.clock().advance(Duration.ofDays(10));
        idle("alice", "young", "one");
        var cutoffs =
                Map.of("one", new IdleQuery.Cutoffs(daysAgo(5), null), "two", new IdleQuery.Cutoffs(null, daysAgo(5)));
        for (int limit : List.of(1, 3, 7, 1_000)) {
            assertThat(all(cutoffs, limit).stream().map(IdleConversation::key))
                    .as("pages of %d", limit)
                    .containsExactlyInAnyOrderElementsOf(keys);
        }
    }

    @Test
    void whatNamesNoAgentIsTheDefaultAgents() {
        ConversationKey none = idle("alice", "none", null);
        ConversationKey named = idle("alice", "named", "default");
        idle("alice", "other", "other");
        bench.clock().advance(Duration.ofDays(10));
        var cutoffs = Map.of("default", new IdleQuery.Cutoffs(daysAgo(5), null), "other", OFF);
        List<IdleConversation> found = all(cutoffs, 10);
        assertThat(found.stream().map(IdleConversation::key)).containsExactlyInAnyOrder(none, named);
        assertThat(found.stream().map(IdleConversation::agentId)).containsExactlyInAnyOrder(null, "default");
    }

    @Test
    void withoutADefaultAgentItsConversationsAreFoundToBeReported() {
        ConversationKey none = idle("alice", "none", null);
        ConversationKey named = idle("alice", "named", "default");
        bench.clock().advance(Duration.ofDays(10));
        var cutoffs = Map.of("other", new IdleQuery.Cutoffs(daysAgo(5), null));
        assertThat(all(cutoffs, 10).stream().map(IdleConversation::key)).containsExactlyInAnyOrder(none, named);
    }

    @Test
    void anAgentIsNotedOnceADayByAProcess() {
        idle("alice", "first", null); // which makes the table's key
        Meter first = new Meter();
        ConversationStore store = bench.store(StoreFaults.NONE).within(first, Deadline.in(Duration.ofMinutes(1)));
        for (int n = 0; n < 3; n++) {
            store.create(
                    new ConversationKey(new UserId("alice"), "chat-" + n),
                    new NewConversation("noted", null, null, Samples.none()));
        }
        Meter other = new Meter();
        ConversationStore next = bench.store(StoreFaults.NONE).within(other, Deadline.in(Duration.ofMinutes(1)));
        for (int n = 3; n < 6; n++) {
            next.create(
                    new ConversationKey(new UserId("alice"), "chat-" + n),
                    new NewConversation("default", null, null, Samples.none()));
        }
        assertThat(first.use().writes()).isEqualTo(other.use().writes() + 1);
    }

    @Test
    void whatIsArchivedIsOnlyDeletedAndEachByItsOwnTime() {
        ConversationKey key = idle("alice", "chat", "both");
        var archived = new ConversationChange(new ConversationChange.Title.Keep(), null, ConversationStatus.ARCHIVED);
        bench.update(key, archived);
        ConversationKey active = idle("alice", "active", "both");
        bench.clock().advance(Duration.ofDays(10));
        var archiving = Map.of("both", new IdleQuery.Cutoffs(daysAgo(5), null));
        assertThat(all(archiving, 10).stream().map(IdleConversation::key)).containsExactly(active);
        var both = Map.of("both", new IdleQuery.Cutoffs(daysAgo(5), daysAgo(20)));
        assertThat(all(both, 10).stream().map(IdleConversation::key)).containsExactly(active);
        bench.clock().advance(Duration.ofDays(15));
        var later = Map.of("both", new IdleQuery.Cutoffs(daysAgo(5), daysAgo(20)));
        assertThat(all(later, 10).stream().map(IdleConversation::status))
                .containsExactlyInAnyOrder(ConversationStatus.ACTIVE, ConversationStatus.ARCHIVED);
    }

    @Test
    void whatIsNotDueIsNotLookedAt() {
        for (int n = 0; n < 12; n++) {
            idle("alice", "old-" + n, "one");
        }
        bench.clock().advance(Duration.ofDays(10));
        var cutoffs = Map.of("one", new IdleQuery.Cutoffs(daysAgo(5), null), "two", OFF);
        long before = requests(cutoffs);
        for (int n = 0; n < 300; n++) {
            idle("bob", "young-" + n, "one");
            idle("bob", "other-" + n, "two");
        }
        assertThat(requests(cutoffs)).isEqualTo(before);
        assertThat(upkeep().idle(new IdleQuery(cutoffs, 100, null)).examined()).isEqualTo(12);
    }

    private long requests(Map<String, IdleQuery.Cutoffs> cutoffs) {
        Meter meter = new Meter();
        upkeep().within(meter, Deadline.in(Duration.ofMinutes(1))).idle(new IdleQuery(cutoffs, 100, null));
        return meter.use().reads();
    }

    @Test
    void aPositionHoldsThoughSettingsChange() {
        List<ConversationKey> ofB = new ArrayList<>();
        for (int n = 0; n < 6; n++) {
            idle("alice", "a-" + n, "a");
            ofB.add(idle("alice", "b-" + n, "b"));
        }
        bench.clock().advance(Duration.ofDays(10));
        var cutoff = new IdleQuery.Cutoffs(daysAgo(5), null);
        IdlePage first = upkeep().idle(new IdleQuery(Map.of("a", cutoff, "b", cutoff), 3, null));
        assertThat(first.found()).hasSize(3);
        IdlePage rest = upkeep().idle(new IdleQuery(Map.of("a", OFF, "b", cutoff), 100, first.next()));
        assertThat(rest.found().stream().map(IdleConversation::key)).containsExactlyInAnyOrderElementsOf(ofB);
        assertThat(upkeep().idle(new IdleQuery(Map.of("a", OFF, "b", cutoff), 100, "no position"))
                        .found())
                .hasSize(6);
    }

    @Test
    void aPostponementEndsAndMayBeProlonged() {
        ConversationKey key = idle("alice", "chat", "one");
        ConversationKey other = idle("bob", "chat", "one");
        bench.clock().advance(Duration.ofDays(10));
        var cutoffs = Map.of("one", new IdleQuery.Cutoffs(daysAgo(5), null));
        upkeep().postpone(key, bench.clock().instant().plus(Duration.ofHours(1)));
        upkeep().postpone(key, bench.clock().instant().plus(Duration.ofHours(24)));
        assertThat(all(cutoffs, 1).stream().map(IdleConversation::key)).containsExactly(other);
        bench.clock().advance(Duration.ofHours(2));
        assertThat(all(cutoffs, 10).stream().map(IdleConversation::key)).containsExactly(other);
        bench.clock().advance(Duration.ofHours(23));
        assertThat(all(cutoffs, 10)).hasSize(2);
        assertThat(bench.space().objects())
                .filteredOn(object -> object.name().startsWith("k#postponed"))
                .hasSize(1)
                .noneMatch(object -> object.contains("alice") || object.contains("chat"));
    }
}
