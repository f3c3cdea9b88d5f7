package dev.danamemory.functions.http;

import org.slf4j.Logger;
import org.slf4j.event.Level;

/** How a request's structured line gets to the log. */
public final class LogSetup {
    private static final String LINES_ALONE = "dev.danamemory.logLinesAlone";

    private LogSetup() {}

    /**
     * From now on a structured line is the whole line, for readers that take a line for JSON or for text: the logger
     * would put its level before it whatever its settings. For Lambda, which adds the time itself.
     */
    public static void linesAlone() {
        System.setProperty(LINES_ALONE, "true");
    }

    /** Writes a structured line if the log is to have lines of that level. */
    static void write(Logger log, Level level, String line) {
        if (!Boolean.getBoolean(LINES_ALONE)) {
            log.atLevel(level).log("{}", line);
        } else if (log.isEnabledForLevel(level)) {
            System.err.println(line);
        }
    }
}
