package dev.danamemory.functions.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** One line of JSON per request, without any text of a user. */
final class RequestLog {
    private final Logger log = LoggerFactory.getLogger(RequestLog.class);
    private final KeyedHash hash;

    RequestLog(KeyedHash hash) {
        this.hash = hash;
    }

    void answered(Visit visit, int status) {
        // a store that answered has its key at hand
        ObjectNode line = line(visit, status < 500);
        line.set("status", WrittenNumber.of(status));
        line.set("duration_ms", WrittenNumber.of(visit.time().toMillis()));
        LogSetup.write(log, Level.INFO, JsonWriter.text(line));
    }

    /** Where a fault of ours came from, and which stored object is damaged if that is it. */
    void fault(Visit visit, Throwable failure) {
        ObjectNode line = line(visit, false);
        line.put("fault", FaultTrace.of(failure));
        FaultTrace.causes(failure)
                .filter(StoredDataUnreadableException.class::isInstance)
                .map(StoredDataUnreadableException.class::cast)
                .findFirst()
                .ifPresent(unreadable -> line.set("damaged", damaged(unreadable.object())));
        LogSetup.write(log, Level.ERROR, JsonWriter.text(line));
    }

    /** Why the store could not be used; such messages are made without texts of users. */
    void unavailable(Visit visit, StoreUnavailableException failure) {
        ObjectNode line = line(visit, false);
        line.put("unavailable", failure.getMessage());
        LogSetup.write(log, Level.WARN, JsonWriter.text(line));
    }

    private ObjectNode line(Visit visit, boolean mayAsk) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("correlation_id", visit.correlationId());
        line.put("route", visit.routeKey());
        line.put("user", user(visit.request(), mayAsk));
        return line;
    }

    private @Nullable String user(@Nullable Request request, boolean mayAsk) {
        if (request == null || request.owner() == null) {
            return null;
        }
        return hashed(request.owner().value(), mayAsk);
    }

    // a name in the store holds the user's and the conversation's; whose it may be, its hash tells
    private ObjectNode damaged(String name) {
        int kindEnds = name.indexOf('/');
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("kind", kindEnds < 0 ? null : name.substring(0, kindEnds));
        object.put("object", hashed(name, false));
        return object;
    }

    // an answer does not wait once more for a store that just kept it waiting
    private @Nullable String hashed(String text, boolean mayAsk) {
        if (!mayAsk && !hash.isKnown()) {
            return null;
        }
        try {
            return hash.of(text);
        } catch (RuntimeException keyOutOfReach) {
            // the key is in the store: that it cannot be read must not cost the caller the answer
            return null;
        }
    }
}
