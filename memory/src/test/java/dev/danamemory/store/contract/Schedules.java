package dev.danamemory.store.contract;

import dev.danamemory.store.contract.Scene.Answers;
import dev.danamemory.store.contract.Scene.Beginning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Runs protocols against each other and against faults, at every request there is, and has each outcome judged. */
final class Schedules {
    static final int MOST_REQUESTS = 200;

    private final Bench bench;
    private final int sealing;

    Schedules(Bench bench, Beginning beginning) {
        this.bench = bench;
        this.sealing = sealing(bench, beginning);
    }

    /** The pairs that are worth running against each other on a beginning. */
    static List<List<Protocol>> pairs(Beginning beginning) {
        Predicate<Protocol> needed = switch (beginning) {
            case NOTHING, ERASED -> Protocol::makes;
            case FEW_TURNS -> protocol -> true;
            case SEAL_DUE -> protocol -> protocol == Protocol.APPEND;
        };
        List<List<Protocol>> pairs = new ArrayList<>();
        for (Protocol a : Protocol.values()) {
            for (Protocol b : Protocol.values()) {
                if (needed.test(a) || needed.test(b)) {
                    pairs.add(List.of(a, b));
                }
            }
        }
        return pairs;
    }

    /** How many turns to import for a beginning, before a turn more is appended. */
    static int sealing(Bench bench, Beginning beginning) {
        return beginning == Beginning.SEAL_DUE ? longestAppend(bench) : 0;
    }

    /** How many imported turns, more than leave a window at a time, and one more make the next append write most. */
    private static int longestAppend(Bench bench) {
        int window = Bench.SETTINGS.window();
        int longest = 0;
        int most = 0;
        for (int count = 2 * window + 1; count <= 3 * window + 2; count++) {
            var key = bench.key();
            bench.imported(key, Samples.file(1, count));
            bench.append(key, "one more");
            Script script = Script.recording();
            var store = bench.store(script);
            store.append(store.load(key, 1).orElseThrow(), Samples.turn("next"), Bench.SETTINGS);
            if (script.writes().size() > most) {
                most = script.writes().size();
                longest = count;
            }
            bench.erase(key);
        }
        return longest;
    }

    /** Stops A before each of its requests, runs B to its end, lets A go on. */
    void stopEverywhere(Protocol a, Protocol b, Beginning beginning) {
        for (int n = 1; n < MOST_REQUESTS; n++) {
            Scene scene = Scene.of(bench, beginning, sealing);
            Actor first = new Actor("A", a);
            Actor second = new Actor("B", b);
            String[] answer = {""};
            Script stop = Script.at(
                    n, Script.Side.BEFORE, () -> answer[0] = second.run(scene.store(StoreFaults.NONE), scene.key()));
            String story = "%s, %s stopped before request %d and %s meanwhile".formatted(beginning, a, n, b);
            Answers answers = new Answers(told(story, () -> first.run(scene.store(stop), scene.key())), answer[0]);
            if (!stop.reached()) {
                return;
            }
            scene.judge(() -> story + " " + stop, Orders.withB(scene.model(), first, second), answers, true);
        }
        throw new AssertionError(a + " does not come to an end");
    }

    /** Runs A, then B, then delivers each write of A once more. */
    void redeliver(Protocol a, Protocol b, Beginning beginning) {
        Scene scene = Scene.of(bench, beginning, sealing);
        Actor first = new Actor("A", a);
        Actor second = new Actor("B", b);
        Script recording = Script.recording();
        String firstAnswer = first.run(scene.store(recording), scene.key());
        Answers answers = new Answers(firstAnswer, second.run(scene.store(StoreFaults.NONE), scene.key()));
        bench.clock().advance(Duration.ofSeconds(1));
        recording.redeliver();
        String story = "%s, %s, %s, and each write of the first once more".formatted(beginning, a, b);
        scene.judge(
                () -> story + " " + recording,
                List.of(Orders.oneAfterTheOther(scene.model(), first, second)),
                answers,
                true);
    }

    /** A dies with a write held up somewhere; B runs; then the write arrives for the first time. */
    void deliverLate(Protocol a, Protocol b, Beginning beginning) {
        for (int n = 1; n < MOST_REQUESTS; n++) {
            Scene scene = Scene.of(bench, beginning, sealing);
            Actor first = new Actor("A", a);
            Actor second = new Actor("B", b);
            Script death = Script.atWrite(n, Script.Side.BEFORE, Script.die());
            dies(() -> first.run(scene.store(death), scene.key()));
            if (!death.reached()) {
                return;
            }
            Answers answers = new Answers("", second.run(scene.store(StoreFaults.NONE), scene.key()));
            death.sent().getLast().deliver().run();
            String story = "%s, %s died, %s, then write %d of the dead arrived".formatted(beginning, a, b, n);
            scene.judge(() -> story + " " + death, Orders.withPartOfA(scene.model(), first, second), answers, false);
        }
    }

    private static String told(String story, Supplier<String> run) {
        try {
            return run.get();
        } catch (AssertionError | RuntimeException wrong) {
            throw new AssertionError(story + ": " + wrong, wrong);
        }
    }

    static void dies(Runnable run) {
        try {
            run.run();
        } catch (ProcessDied expected) {
            // as planned
        }
    }
}
