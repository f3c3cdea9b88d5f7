package dev.danamemory.chat;

import java.time.Duration;

/** Where the time of a chat turn went. */
public record ChatTimings(Duration load, Duration assemble, Duration agent, Duration persist) {}
