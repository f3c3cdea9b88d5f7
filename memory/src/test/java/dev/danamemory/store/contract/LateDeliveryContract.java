package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.Touch;
import dev.danamemory.store.contract.Script.Side;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Requests that arrive late, or once more, after an erase. */
public interface LateDeliveryContract extends Clauses {
    /** A create died between its writes; what it had still under way arrives after the erase. */
    @Test
    default void anEraseAfterABrokenCreateIsComplete() {
        bench().needs(Ability.REDELIVERS);
        for (int n = 1; ; n++) {
            ConversationKey key = bench().key();
            Script death = Script.atWrite(n, Side.BEFORE, Script.die());
            try {
                bench().store(death).create(key, Samples.titled("Title"));
            } catch (ProcessDied expected) {
                assertThat(death.reached()).isTrue();
            }
            if (!death.reached()) {
                assertThat(n).as("writes of a create").isGreaterThan(1);
                return;
            }
            assertThat(bench().store().erase(key)).isNotInstanceOf(Erasure.Unfinished.class);
            bench().observeNothing(key);
            if (n > 1) { // before its first write nobody could have known of it
                death.sent().getLast().deliver().run();
                bench().observeNothing(key);
            }
            bench().create(key);
            bench().observe(key);
        }
    }

    /** Each write of a whole life, a second after its end. */
    @Test
    default void everyWriteDeliveredAfterAnEraseBringsNothingBack() {
        bench().needs(Ability.REDELIVERS);
        ConversationKey key = bench().key();
        Script life = Script.recording();
        ConversationStore store = bench().store(life);
        Life.live(store, key);
        bench().erase(key);
        bench().clock().advance(Duration.ofSeconds(1));
        life.redeliver();
        bench().observeNothing(key);
        bench().create(key);
        life.redeliver();
        assertThat(bench().observe(key).turns()).isEmpty();
        assertThat(bench().observe(key).header().title()).isNull();
    }

    /** A create that was sent again after a delay; the first request arrives after the erase. */
    @Test
    default void aCreateDeliveredAfterAnEraseBringsNothingBack() {
        bench().needs(Ability.REDELIVERS);
        for (int n = 1; ; n++) {
            ConversationKey key = bench().key();
            Script heldUp = Script.atWrite(n, Side.BEFORE, Script.fail(new StoreFault.AnswerLost()));
            ConversationStore store = bench().store(heldUp);
            Repeat.untilAnswered(() -> store.create(key, Samples.titled("Title")));
            if (!heldUp.reached()) {
                assertThat(n).isGreaterThan(1);
                return;
            }
            bench().erase(key);
            bench().clock().advance(Duration.ofSeconds(1));
            heldUp.redeliver();
            bench().observeNothing(key);
        }
    }

    @Test
    default void aTouchDeliveredAfterAnEraseBringsNothingBack() {
        bench().needs(Ability.REDELIVERS);
        ConversationKey key = bench().key();
        bench().create(key, Samples.titled("Title"));
        bench().clock().advance(Duration.ofMinutes(31));
        Script touch = Script.recording();
        ConversationStore store = bench().store(touch);
        Conversation loaded = store.load(key, 20).orElseThrow();
        assertThat(store.touch(loaded)).isInstanceOf(Touch.Current.class);
        assertThat(touch.writes()).isNotEmpty();
        bench().erase(key);
        touch.redeliver();
        bench().observeNothing(key);
        assertThat(store.touch(loaded)).isInstanceOf(Touch.Gone.class);
        bench().observeNothing(key);
    }

    /** Within one tick of the clock: what stands there is the same again, and still is not what the request was made for. */
    @Test
    default void aChangeThatWasTakenBackIsNotMadeAgain() {
        bench().needs(Ability.REDELIVERS);
        ConversationKey key = bench().key();
        bench().create(key, Samples.titled("First"));
        Script change = Script.recording();
        ConversationStore store = bench().store(change);
        assertThat(store.update(key, retitled("Second"))).isPresent();
        bench().update(key, retitled("First"));
        Observed before = bench().observe(key);
        change.redeliver();
        assertThat(bench().observe(key)).isEqualTo(before);
    }

    private static ConversationChange retitled(String title) {
        return new ConversationChange(new ConversationChange.Title.Set(title), null, null);
    }
}
