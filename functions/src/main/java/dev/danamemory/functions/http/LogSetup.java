package dev.danamemory.functions.http;

import dev.danamemory.functions.metrics.MetricLine;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.event.Level;

/** How a request's structured line gets to the log. */
public final class LogSetup {
    private static final String LINES_ALONE = "dev.danamemory.logLinesAlone";
    private static final String LEVEL = "org.slf4j.simpleLogger.defaultLogLevel";
    private static final String LEVEL_OF_THE_SDK = "org.slf4j.simpleLogger.log.software.amazon.awssdk";

    private LogSetup() {}

    /**
     * From now on a structured line is the whole line, for readers that take a line for JSON or for text: the logger
     * would put its level before it whatever its settings. For Lambda, which adds the time itself.
     */
    public static void linesAlone() {
        System.setProperty(LINES_ALONE, "true");
    }

    /**
     * Sets the level of the log before its first line; one that is set already stays. The SDK of AWS stays silent at any
     * level: its lines quote keys of objects and items, which hold names of users.
     */
    public static void level(String level) {
        if (System.getProperty(LEVEL) == null) {
            System.setProperty(LEVEL, level);
        }
        System.setProperty(LEVEL_OF_THE_SDK, "off");
    }

    /** Writes metrics, at any level; where lines do not stand alone nobody reads them. */
    public static void write(MetricLine line) {
        if (Boolean.getBoolean(LINES_ALONE)) {
            System.err.println(line.text(Instant.now()));
        }
    }

    /** Writes a structured line if the log is to have lines of that level. */
    public static void write(Logger log, Level level, String line) {
        if (!Boolean.getBoolean(LINES_ALONE)) {
            log.atLevel(level).log("{}", line);
        } else if (log.isEnabledForLevel(level)) {
            System.err.println(line);
        }
    }
}
