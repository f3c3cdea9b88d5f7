package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.DirectoryEntry;
import dev.danamemory.store.DirectoryPage;
import dev.danamemory.store.DirectoryQuery;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.Import;
import dev.danamemory.store.NewConversation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A space with a clock and a store in it, and the steps that many clauses take. */
public final class Bench implements AutoCloseable {
    /** The settings of all conversations here: the defaults. */
    public static final MemorySettings SETTINGS = MemorySettings.defaults();

    private static final int WINDOW = 20;

    private final StoreSpec spec;
    private final StoreSpace space;
    private final TestClock clock = new TestClock();
    private final ConversationStore store;

    public Bench(StoreSpec spec) {
        this.spec = spec;
        this.space = spec.open();
        this.store = space.store(clock, StoreFaults.NONE);
    }

    /** Skips the clause visibly where the store lacks an ability. */
    public void needs(Ability ability) {
        assumeTrue(can(ability), () -> spec.name() + " lacks the ability " + ability);
    }

    /** Whether the store has an ability, for what a clause asks besides its main question. */
    public boolean can(Ability ability) {
        return spec.abilities().contains(ability);
    }

    public StoreSpace space() {
        return space;
    }

    public TestClock clock() {
        return clock;
    }

    /** The store without faults. */
    public ConversationStore store() {
        return store;
    }

    /** Another store on the same data. */
    public ConversationStore store(StoreFaults faults) {
        return space.store(clock, faults);
    }

    /** Sets the clock to the time that a backend's own clock shows, unless it is later already. */
    public void present() {
        Duration behind = Duration.between(clock.instant(), Instant.now());
        if (behind.isPositive()) {
            clock.advance(behind);
        }
    }

    /** A conversation of a user, neither seen before. */
    public ConversationKey key() {
        return new ConversationKey(new UserId(Samples.id("user")), Samples.id("chat"));
    }

    /** Makes a conversation that was not there. */
    public Conversation create(ConversationKey key) {
        return create(key, Samples.plain());
    }

    /** Makes a conversation that was not there. */
    public Conversation create(ConversationKey key, NewConversation conversation) {
        Creation creation = store.create(key, conversation);
        assertThat(creation).isInstanceOf(Creation.Created.class);
        return ((Creation.Created) creation).conversation();
    }

    /** Loads a conversation that is there. */
    public Conversation load(ConversationKey key) {
        return store.load(key, WINDOW)
                .orElseThrow(() -> new AssertionError("the conversation " + key.conversationId() + " is not there"));
    }

    /** Loads and appends. */
    public Turn append(ConversationKey key, String input) {
        return append(load(key), Samples.turn(input));
    }

    /** Appends; it must be stored. */
    public Turn append(Conversation loaded, NewTurn turn) {
        return appended(store.append(loaded, turn, SETTINGS)).turn();
    }

    /** Appends turns in a chain, each going on from the one before. */
    public Conversation appendAll(Conversation from, List<NewTurn> turns) {
        Conversation last = from;
        for (NewTurn turn : turns) {
            last = appended(store.append(last, turn, SETTINGS)).conversation();
        }
        return last;
    }

    /** Appends that many turns in a chain. */
    public Conversation appendAll(Conversation from, int count) {
        List<NewTurn> turns = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            turns.add(Samples.turn("message " + (from.lastTurn() + i)));
        }
        return appendAll(from, turns);
    }

    /** The answer that says it is stored. */
    public static Append.Appended appended(Append answer) {
        assertThat(answer).isInstanceOf(Append.Appended.class);
        return (Append.Appended) answer;
    }

    /** Imports a file where nothing is. */
    public Conversation imported(ConversationKey key, DanaFile file) {
        Import answer = store.importFile(key, Samples.request(file));
        assertThat(answer).isInstanceOf(Import.Imported.class);
        return ((Import.Imported) answer).conversation();
    }

    /** Clears a conversation that is there. */
    public Conversation clear(ConversationKey key) {
        return store.clear(key).orElseThrow();
    }

    /** Changes a conversation that is there. */
    public Conversation update(ConversationKey key, ConversationChange change) {
        return store.update(key, change).orElseThrow();
    }

    /** Erases a conversation that is there. */
    public void erase(ConversationKey key) {
        assertThat(store.erase(key)).isInstanceOf(Erasure.Done.class);
    }

    /** What a new store finds of a conversation, all its ways to read agreeing. */
    public Observed observe(ConversationKey key) {
        return Observed.of(store(StoreFaults.NONE), key)
                .orElseThrow(() -> new AssertionError("the conversation " + key.conversationId() + " is not there"));
    }

    /** No way to read finds anything of a conversation. */
    public void observeNothing(ConversationKey key) {
        assertThat(Observed.of(store(StoreFaults.NONE), key)).isEmpty();
    }

    /** All entries of a user's list, in its order. */
    public List<DirectoryEntry> list(UserId user) {
        DirectoryPage page = store.list(user, new DirectoryQuery(null, null, 100, null));
        assertThat(page.next()).isNull();
        return page.entries();
    }

    @Override
    public void close() {
        space.close();
    }
}
