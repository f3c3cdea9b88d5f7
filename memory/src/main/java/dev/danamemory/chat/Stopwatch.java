package dev.danamemory.chat;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Takes the time of each part of a chat turn. For one thread. */
final class Stopwatch {
    /** The parts, in their order. */
    enum Part {
        LOAD,
        ASSEMBLE,
        AGENT,
        PERSIST
    }

    private final Map<Part, Duration> laps = new EnumMap<>(Part.class);
    private long since = System.nanoTime();

    void lap(Part part) {
        long now = System.nanoTime();
        laps.put(part, Duration.ofNanos(now - since));
        since = now;
    }

    ChatTimings timings() {
        return new ChatTimings(of(Part.LOAD), of(Part.ASSEMBLE), of(Part.AGENT), of(Part.PERSIST));
    }

    private Duration of(Part part) {
        return laps.getOrDefault(part, Duration.ZERO);
    }
}
