package dev.danamemory.functions.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.store.KeyedHash;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One line of JSON per request, without any text of a user. */
final class RequestLog {
    private static final int FRAMES = 12;
    private static final int CAUSES = 5;

    private final Logger log = LoggerFactory.getLogger(RequestLog.class);
    private final KeyedHash hash;

    RequestLog(KeyedHash hash) {
        this.hash = hash;
    }

    void answered(Visit visit, int status) {
        ObjectNode line = line(visit);
        line.set("status", WrittenNumber.of(status));
        line.set("duration_ms", WrittenNumber.of(visit.time().toMillis()));
        log.info("{}", JsonWriter.text(line));
    }

    /** Where a fault of ours came from. Messages of exceptions are left out: they may quote what they choked on. */
    void fault(Visit visit, Throwable failure) {
        ObjectNode line = line(visit);
        line.put("fault", trace(failure));
        log.error("{}", JsonWriter.text(line));
    }

    private ObjectNode line(Visit visit) {
        Route route = visit.route();
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("correlation_id", visit.correlationId());
        line.put("route", route == null ? Routes.DEFAULT_KEY : route.key());
        line.put("user", user(visit.request()));
        return line;
    }

    private @Nullable String user(@Nullable Request request) {
        if (request == null || request.owner() == null) {
            return null;
        }
        try {
            return hash.of(request.owner().value());
        } catch (RuntimeException keyOutOfReach) {
            // the key is in the store: that it cannot be read must not cost the caller the answer
            return null;
        }
    }

    private static String trace(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(CAUSES)
                .map(RequestLog::frames)
                .collect(Collectors.joining(" caused by "));
    }

    private static String frames(Throwable failure) {
        return Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> " at " + frame)
                .collect(Collectors.joining("", failure.getClass().getName(), ""));
    }
}
