package dev.danamemory.functions.cleanup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.cleanup.CleanupProgress;
import dev.danamemory.cleanup.CleanupReport;
import dev.danamemory.functions.http.FaultTrace;
import dev.danamemory.functions.http.LogSetup;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.StoredDataUnreadableException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * One line of JSON per run, and one per conversation that failed, up to a bound; users, conversations and objects by
 * their hashes. Passes on what it hears.
 */
final class CleanupLog implements CleanupProgress {
    private static final Logger LOG = LoggerFactory.getLogger(CleanupLog.class);

    private final KeyedHash hash;
    private final CleanupProgress others;
    private final AtomicLong failures = new AtomicLong();
    private final long begun = System.nanoTime();

    CleanupLog(KeyedHash hash, CleanupProgress others) {
        this.hash = hash;
        this.others = others;
    }

    @Override
    public void found(long examined, int due) {
        others.found(examined, due);
    }

    @Override
    public void settled() {
        others.settled();
    }

    @Override
    public void failed(ConversationKey key, RuntimeException failure) {
        others.failed(key, failure);
        if (failures.incrementAndGet() > CleanupReport.MOST_NAMED) {
            return;
        }
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("cleanup", "failed");
        line.put("user", hash.of(key.user().value()));
        line.put("conversation", hash.of(key.conversationId()));
        line.put("fault", FaultTrace.of(failure));
        if (failure instanceof StoredDataUnreadableException unreadable) {
            line.put("damaged", hash.of(unreadable.object()));
        }
        LogSetup.write(LOG, Level.WARN, JsonWriter.text(line));
    }

    void ended(CleanupReport report) {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("cleanup", report.isDone() ? "done" : "to go on");
        line.put("dry_run", report.isDryRun());
        CleanupView.addCounts(line, report);
        line.set(
                "duration_ms",
                WrittenNumber.of(Duration.ofNanos(System.nanoTime() - begun).toMillis()));
        LogSetup.write(LOG, Level.INFO, JsonWriter.text(line));
    }
}
