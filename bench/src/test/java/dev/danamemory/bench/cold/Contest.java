package dev.danamemory.bench.cold;

import dev.danamemory.bench.cold.Function.Taken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Starts functions in turn, round by round, so that what else the machine does strikes all of them alike. */
public final class Contest {
    /** One start. */
    @FunctionalInterface
    interface Start {
        Taken once() throws IOException;
    }

    private final Map<String, Start> starts = new LinkedHashMap<>();
    private final Map<String, List<Taken>> times = new LinkedHashMap<>();

    void add(String name, Start start) {
        starts.put(name, start);
        times.put(name, new ArrayList<>());
    }

    /** After a round that nobody counts. */
    void run(int rounds) throws IOException {
        for (int round = -1; round < rounds; round++) {
            for (Map.Entry<String, Start> start : starts.entrySet()) {
                Taken taken = start.getValue().once();
                if (round >= 0) {
                    times.get(start.getKey()).add(taken);
                }
            }
        }
    }

    /** The median of the times, and that of the processors' times. */
    Taken median(String name) {
        return new Taken(median(name, Taken::millis), median(name, Taken::processorMillis));
    }

    private double median(String name, ToDoubleFunction<Taken> of) {
        double[] sorted = times.get(name).stream().mapToDouble(of).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
