package dev.danamemory.store.contract;

import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.contract.Scene.Answers;
import dev.danamemory.store.contract.Scene.Beginning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Runs protocols with a fault at every request there is, and has each outcome judged. */
final class FaultSchedules {
    private static final int MOST_REPEATS = 5;

    private final Bench bench;
    private final int sealing;

    FaultSchedules(Bench bench, Beginning beginning) {
        this.bench = bench;
        this.sealing = Schedules.sealing(bench, beginning);
    }

    /** One protocol on one beginning. */
    record Single(Protocol protocol, Beginning beginning) {
        /** Those in which something can happen that does not happen in the others. */
        static List<Single> all() {
            List<Single> all = new ArrayList<>();
            for (Protocol protocol : Protocol.values()) {
                all.add(new Single(protocol, Beginning.FEW_TURNS));
                if (protocol.makes()) {
                    all.add(new Single(protocol, Beginning.NOTHING));
                    all.add(new Single(protocol, Beginning.ERASED));
                }
            }
            for (Protocol protocol : List.of(Protocol.APPEND, Protocol.CLEAR, Protocol.ERASE, Protocol.REDACT)) {
                all.add(new Single(protocol, Beginning.SEAL_DUE));
            }
            return all;
        }
    }

    /** A dies at each of its requests; whoever comes next goes on, and repeats it. */
    void dieEverywhere(Single single, Script.Side side) {
        for (int n = 1; n < Schedules.MOST_REQUESTS; n++) {
            Scene scene = Scene.of(bench, single.beginning(), sealing);
            Actor actor = new Actor("A", single.protocol());
            Script death = Script.at(n, side, Script.die());
            Schedules.dies(() -> actor.run(scene.store(death), scene.key()));
            if (!death.reached()) {
                return;
            }
            String story = "%s died %s request %d".formatted(single, side, n);
            scene.judge(() -> story + " " + death, Orders.partsOf(scene.model(), actor), new Answers("", ""), false);
            goOn(scene, actor, story);
        }
        throw new AssertionError(single + " does not come to an end");
    }

    // nobody repeats an append of the dead, for its load died with it: another turn follows
    private static void goOn(Scene scene, Actor dead, String story) {
        if (dead.protocol() == Protocol.APPEND) {
            Actor next = new Actor("B", Protocol.APPEND);
            Answers answers = new Answers("", next.run(scene.store(StoreFaults.NONE), scene.key()));
            scene.judge(() -> story + ", then another", Orders.partsThen(scene.model(), dead, next), answers, true);
        } else {
            dead.forget();
            Answers answers = new Answers(dead.run(scene.store(StoreFaults.NONE), scene.key()), "");
            scene.judge(() -> story + ", then again", Orders.repeated(scene.model(), dead, true), answers, true);
        }
    }

    /** A request of A goes wrong; A is repeated until it is answered. */
    void failEverywhere(Single single, Script.Side side, StoreFault fault) {
        for (int n = 1; n < Schedules.MOST_REQUESTS; n++) {
            Scene scene = Scene.of(bench, single.beginning(), sealing);
            Actor actor = new Actor("A", single.protocol());
            Script script = Script.at(n, side, Script.fail(fault));
            var store = scene.store(script);
            int repeats = 0;
            String answer = null;
            while (answer == null) {
                try {
                    answer = actor.run(store, scene.key());
                } catch (StoreUnavailableException unavailable) {
                    if (++repeats > MOST_REPEATS) {
                        throw new AssertionError(single + " fails for ever after one fault", unavailable);
                    }
                }
            }
            if (!script.reached()) {
                return;
            }
            String story =
                    "%s, request %d: %s %s, repeated %d times".formatted(single, n, fault.getMessage(), side, repeats);
            List<Model> allowed = repeats == 0
                    ? List.of(Orders.whole(scene.model(), actor))
                    : Orders.repeated(scene.model(), actor, false);
            scene.judge(() -> story + " " + script, allowed, new Answers(answer, ""), true);
            bench.clock().advance(Duration.ofSeconds(1));
            script.redeliver();
            scene.judge(() -> story + ", each write once more", allowed, new Answers(answer, ""), true);
        }
        throw new AssertionError(single + " does not come to an end");
    }
}
