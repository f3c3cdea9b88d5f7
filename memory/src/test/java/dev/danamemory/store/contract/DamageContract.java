package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.DirectoryQuery;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.Meter;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.TurnRef;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Damaged data and failed reads are errors, never empty histories. */
public interface DamageContract extends Clauses {
    @Test
    default void damageIsAnErrorThatNamesTheObjectAndNothingIsOverwritten() {
        bench().needs(Ability.DAMAGE);
        ConversationKey key = bench().key();
        bench().create(key, Samples.titled("Title"));
        bench().appendAll(bench().load(key), 25);
        Conversation loaded = bench().load(key);
        String name = bench().space().damage(key);
        List<String> before = content(name);
        bench().clock().advance(Duration.ofMinutes(31));
        calls(key, loaded).forEach((call, run) -> {
            Throwable thrown = catchThrowable(run);
            assertThat(thrown).as(call).isInstanceOf(StoredDataUnreadableException.class);
            assertThat(((StoredDataUnreadableException) thrown).object())
                    .as(call)
                    .isEqualTo(name);
        });
        assertThat(content(name)).isEqualTo(before);
    }

    private Map<String, ThrowingCallable> calls(ConversationKey key, Conversation loaded) {
        ConversationStore store = bench().store(StoreFaults.NONE);
        var change = new ConversationChange(new ConversationChange.Title.Set("Other"), null, null);
        Map<String, ThrowingCallable> calls = new LinkedHashMap<>();
        calls.put("load", () -> store.load(key, 20));
        calls.put("turns", () -> store.turns(key, new PageRequest.After(0, 50, 1_000)));
        calls.put("turn", () -> store.turn(key, new TurnRef.ByNumber(25)));
        calls.put("export", () -> store.export(key));
        calls.put("append", () -> store.append(loaded, Samples.turn("more"), Bench.SETTINGS));
        calls.put("create", () -> store.create(key, Samples.titled("Other")));
        calls.put("import", () -> store.importFile(key, Samples.request(Samples.file(1, 3))));
        calls.put("update", () -> store.update(key, change));
        calls.put("clear", () -> store.clear(key));
        calls.put("summarise", () -> store.summarise(loaded, Samples.summary("text", 1, 20)));
        return calls;
    }

    private List<String> content(String name) {
        return !bench().can(Ability.INSPECTS)
                ? List.of()
                : bench().space().objects().stream()
                        .filter(object -> object.name().equals(name))
                        .map(object -> new String(object.content(), StandardCharsets.ISO_8859_1))
                        .toList();
    }

    @Test
    default void aDamagedConversationIsErasedAndBeginsAnew() {
        bench().needs(Ability.DAMAGE);
        ConversationKey key = bench().key();
        bench().create(key, Samples.titled(Life.MARKER));
        bench().appendAll(bench().load(key), 45);
        bench().append(key, Life.MARKER);
        long generation = bench().load(key).header().generation();
        bench().space().damage(key);
        bench().clock().advance(Duration.ofSeconds(1));
        assertThat(bench().store().erase(key)).isInstanceOf(Erasure.Done.class);
        bench().observeNothing(key);
        if (bench().can(Ability.INSPECTS)) {
            assertThat(bench().space().objects()).noneMatch(object -> object.contains(Life.MARKER));
        }
        assertThat(bench().create(key).header().generation()).isGreaterThan(generation);
        bench().appendAll(bench().load(key), 45);
        assertThat(bench().observe(key).turns()).hasSize(45);
    }

    @Test
    default void damageOfOneIsNoDamageOfOthers() {
        bench().needs(Ability.DAMAGE);
        ConversationKey key = bench().key();
        ConversationKey other = new ConversationKey(key.user(), "other");
        bench().create(key);
        bench().create(other);
        bench().append(other, "fine");
        bench().space().damage(key);
        assertThat(bench().list(key.user())).hasSize(2);
        assertThat(bench().observe(other).turns()).hasSize(1);
    }

    /** A backend that is out of reach for good. */
    @Test
    default void aFailedReadIsNoEmptyHistory() {
        ConversationKey key = bench().key();
        bench().create(key, Samples.titled("Title"));
        bench().appendAll(bench().load(key), 45);
        Conversation loaded = bench().load(key);
        ConversationStore store = bench().store(new Unreachable()).within(new Meter(), soon());
        List<ThrowingCallable> calls = List.of(
                () -> store.load(key, 20),
                () -> store.turns(key, new PageRequest.After(0, 50, 1_000_000)),
                () -> store.turn(key, new TurnRef.ByNumber(1)),
                () -> store.newest(loaded, 45),
                () -> store.export(key),
                () -> store.append(loaded, Samples.turn("more"), Bench.SETTINGS),
                () -> store.clear(key),
                () -> store.erase(key),
                () -> store.create(key, Samples.plain()),
                () -> store.list(key.user(), new DirectoryQuery(null, null, 20, null)));
        for (ThrowingCallable call : calls) {
            assertThatThrownBy(call).isInstanceOf(StoreUnavailableException.class);
        }
        assertThat(bench().observe(key).turns()).hasSize(45);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofMillis(500));
    }

    /** Lets nothing through. */
    final class Unreachable implements StoreFaults {
        @Override
        public void before(StoreCall call, Runnable deliver) {
            throw new StoreFault.NotSent();
        }
    }
}
