package dev.danamemory.functions.http;

import dev.danamemory.store.Meter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** What a request took so far; whoever answers it adds what only it knows. Safe for several threads. */
public final class Measures {
    private final Meter meter = new Meter();
    private final AtomicReference<@Nullable Integer> contextTokens = new AtomicReference<>();
    private final AtomicReference<@Nullable Duration> agentTime = new AtomicReference<>();
    private final List<RuntimeException> faults = new CopyOnWriteArrayList<>();

    /** Counts what is asked of the store. */
    public Meter meter() {
        return meter;
    }

    /** A context was made that has so many tokens. */
    public void contextTokens(int tokens) {
        contextTokens.set(tokens);
    }

    /** An agent answered, or was given up, after that time. */
    public void agentTime(Duration time) {
        agentTime.set(time);
    }

    /** Something failed that the answer tells of beside what went well. */
    public void fault(RuntimeException failure) {
        faults.add(failure);
    }

    List<RuntimeException> faults() {
        return List.copyOf(faults);
    }

    @Nullable
    Integer contextTokens() {
        return contextTokens.get();
    }

    @Nullable
    Duration agentTime() {
        return agentTime.get();
    }
}
