package dev.danamemory.local.http;

import java.util.StringJoiner;

/** Describes an exception without its message, which may quote what a user wrote. */
final class Faults {
    private static final int FRAMES = 8;

    private Faults() {}

    static String describe(Throwable fault) {
        StringJoiner description = new StringJoiner(" caused by ");
        for (Throwable each = fault; each != null; each = each.getCause()) {
            StringJoiner frames = new StringJoiner(" < ", each.getClass().getName() + " at ", "");
            StackTraceElement[] trace = each.getStackTrace();
            for (int i = 0; i < Math.min(FRAMES, trace.length); i++) {
                frames.add(trace[i].toString());
            }
            description.add(frames.toString());
        }
        return description.toString();
    }
}
