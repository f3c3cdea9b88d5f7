package dev.danamemory.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.Meter;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.Samples;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a store on a server keeps to when answers get lost, the server is busy, or gone; the SDK's own retries on. */
public abstract class PressureContract {
    private static final int WRITERS = 4;
    private static final int TURNS = 12;

    private FaultyProxy proxy;
    private ConversationStore pressed;
    private ConversationStore calm;
    private ConversationKey key;

    /** Where the server listens. */
    protected abstract URI server();

    /** A store on that server, which is reached by an URL; all calls of one test get the same data. */
    protected abstract ConversationStore store(URI url);

    /** What the server says under pressure. */
    protected abstract List<Refusal> refusals();

    /** Whether a request stores a turn. */
    protected abstract boolean storesTurn(ProxiedRequest request);

    @BeforeEach
    void start() {
        proxy = FaultyProxy.before(server());
        pressed = store(proxy.url());
        calm = store(server());
        key = new ConversationKey(new UserId(Samples.id("user")), Samples.id("chat"));
    }

    @AfterEach
    void stop() {
        proxy.close();
    }

    @Test
    void everyFifthAnswerLostLosesAndDoublesNothing() throws Exception {
        proxy.faults(ProxyFaults.losingEvery(5));

        List<String> answered = writtenByMany();

        assertThat(answered).hasSize(WRITERS * TURNS);
        assertThat(inputs()).containsExactlyInAnyOrderElementsOf(answered);
        assertThat(proxy.faulted()).as("answers lost").isGreaterThan(WRITERS * TURNS / 5);
    }

    @Test
    void aTurnBetweenALostAnswerAndItsRepeatDoublesNothing() {
        Conversation loaded = created();
        AtomicInteger others = new AtomicInteger();
        proxy.faults(request -> storesTurn(request) && others.get() < 3
                ? new ProxyFault.LoseAnswer(() -> appended(calm, "other " + others.incrementAndGet()))
                : new ProxyFault.Pass());

        Turn mine = Bench.appended(pressed.append(loaded, Samples.turn("mine"), Bench.SETTINGS))
                .turn();

        assertThat(others).hasValueGreaterThan(0);
        assertThat(inputs()).containsOnlyOnce("mine").hasSize(1 + others.get());
        assertThat(mine.turnNumber()).isEqualTo(1);
    }

    @Test
    void nearlyAllTurnsGoThroughABusyServer() throws Exception {
        long seed = System.nanoTime();
        proxy.faults(ProxyFaults.refusing(0.3, seed, refusals()));

        List<String> answered = writtenByMany();

        assertThat(answered).as("seed %d", seed).hasSizeGreaterThan(WRITERS * TURNS * 9 / 10);
        assertThat(inputs()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(answered);
        assertThat(proxy.faulted()).isPositive();
    }

    @Test
    void aServerThatOnlyRefusesIsToldAsUnavailableAndNothingIsHalfDone() {
        Conversation loaded = created();
        appended(calm, "before");
        proxy.faults(ProxyFaults.refusing(1, 1, refusals()));

        assertThatThrownBy(() -> hasty().append(loaded, Samples.turn("never"), Bench.SETTINGS))
                .isInstanceOfSatisfying(
                        StoreUnavailableException.class,
                        told -> assertThat(told.retryAfter()).isPositive());
        assertThatThrownBy(() -> hasty().load(key, 20)).isInstanceOf(StoreUnavailableException.class);
        assertThat(inputs()).containsExactly("before");
    }

    @Test
    void aServerThatIsGoneIsToldAsUnavailable() {
        Conversation loaded = created();
        proxy.close();

        assertThatThrownBy(() -> hasty().load(key, 20)).isInstanceOf(StoreUnavailableException.class);
        assertThatThrownBy(() -> hasty().append(loaded, Samples.turn("never"), Bench.SETTINGS))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(inputs()).isEmpty();
    }

    @Test
    void whatArrivesAfterAnEraseBringsNothingBack() {
        Conversation loaded = created();
        List<Runnable> late = new ArrayList<>();
        proxy.faults(request -> storesTurn(request) ? new ProxyFault.Hold(late::add) : new ProxyFault.Pass());
        assertThatThrownBy(() -> hasty().append(loaded, Samples.turn("late"), Bench.SETTINGS))
                .isInstanceOf(StoreUnavailableException.class);

        assertThat(calm.erase(key)).isInstanceOf(Erasure.Done.class);
        late.forEach(Runnable::run);

        assertThat(late).isNotEmpty();
        assertThat(calm.load(key, 20)).isEmpty();
        assertThat(calm.create(key, Samples.plain())).isInstanceOf(Creation.Created.class);
        assertThat(inputs()).isEmpty();
    }

    @Test
    void whatArrivesTwiceIsStoredOnce() {
        created();
        List<Runnable> again = new ArrayList<>();
        proxy.faults(request -> storesTurn(request) ? new ProxyFault.Repeat(again::add) : new ProxyFault.Pass());

        appended(pressed, "one");
        again.forEach(Runnable::run);
        appended(pressed, "two");
        again.forEach(Runnable::run);

        assertThat(inputs()).containsExactly("one", "two");
    }

    // gives up soon, so that the test ends soon
    private ConversationStore hasty() {
        return pressed.within(new Meter(), Deadline.in(Duration.ofSeconds(1)));
    }

    private Conversation created() {
        return ((Creation.Created) calm.create(key, Samples.plain())).conversation();
    }

    private void appended(ConversationStore store, String input) {
        Conversation loaded = store.load(key, 20).orElseThrow();
        Bench.appended(store.append(loaded, Samples.turn(input), Bench.SETTINGS));
    }

    /** The inputs of the turns that are stored, in order. */
    private List<String> inputs() {
        return calm.export(key).orElseThrow().turns().stream()
                .map(Turn::userInput)
                .toList();
    }

    private List<String> writtenByMany() throws Exception {
        created();
        List<String> answered = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<List<String>>> writers = new ArrayList<>();
            for (int n = 0; n < WRITERS; n++) {
                ConversationStore store = n % 2 == 0 ? pressed : store(proxy.url());
                String name = "writer " + n + ":";
                writers.add(threads.submit(() -> written(store, name)));
            }
            for (Future<List<String>> writer : writers) {
                answered.addAll(writer.get());
            }
        }
        return answered;
    }

    private List<String> written(ConversationStore store, String name) {
        List<String> answered = new ArrayList<>();
        for (int i = 0; i < TURNS; i++) {
            try {
                NewTurn turn = Samples.turn(name + i);
                Conversation loaded = store.load(key, 20).orElseThrow();
                Bench.appended(store.append(loaded, turn, Bench.SETTINGS));
                answered.add(turn.userInput());
            } catch (StoreUnavailableException told) {
                // the caller hears of it; what was answered counts
            }
        }
        return answered;
    }
}
