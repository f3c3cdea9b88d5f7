package dev.danamemory.store.contract;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that stands still until a test moves it, forwards or back. */
public final class TestClock implements InstantSource {
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-22T13:00:00.123456Z"));

    @Override
    public Instant instant() {
        return now.get();
    }

    /** Moves it; a negative time moves it back. */
    public void advance(Duration time) {
        now.updateAndGet(instant -> instant.plus(time));
    }
}
