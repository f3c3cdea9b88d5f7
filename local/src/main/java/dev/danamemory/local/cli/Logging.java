package dev.danamemory.local.cli;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Sets the level of the log before the first line of it; {@code simplelogger.properties} has the rest. */
final class Logging {
    private static final Set<String> LEVELS = Set.of("trace", "debug", "info", "warn", "error", "off");

    private Logging() {}

    static void start(Map<String, String> environment, String usual) {
        String level = environment.getOrDefault("LOG_LEVEL", usual).toLowerCase(Locale.ROOT);
        if (!LEVELS.contains(level)) {
            throw CommandFailure.usage("LOG_LEVEL can be TRACE, DEBUG, INFO, WARN, ERROR or OFF.");
        }
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", level);
    }
}
