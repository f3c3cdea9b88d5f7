package dev.danamemory.functions.http;

import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Where an exception came from, for logs: without its messages, which may quote what it choked on. */
public final class FaultTrace {
    private static final int FRAMES = 12;
    private static final int CAUSES = 5;

    private FaultTrace() {}

    /** The exception's class and its innermost calls, and the same of what caused it, in one line. */
    public static String of(Throwable fault) {
        return causes(fault).map(FaultTrace::frames).collect(Collectors.joining(" caused by "));
    }

    /** The exception and what caused it, outermost first. */
    static Stream<Throwable> causes(Throwable fault) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).limit(CAUSES);
    }

    private static String frames(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(frame -> " at " + frame)
                .collect(Collectors.joining("", fault.getClass().getName(), ""));
    }
}
