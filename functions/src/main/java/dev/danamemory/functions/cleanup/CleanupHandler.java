package dev.danamemory.functions.cleanup;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.danamemory.cleanup.Cleanup;
import dev.danamemory.cleanup.CleanupProgress;
import dev.danamemory.cleanup.CleanupReport;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.Wiring;
import dev.danamemory.functions.http.LogSetup;
import dev.danamemory.functions.metrics.MetricLine;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.store.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/**
 * The Lambda function behind the schedule: archives and deletes what is idle. Its exceptions are for Lambda, which tries
 * again and then keeps the event; conversations that fail are in the report.
 */
public final class CleanupHandler implements RequestStreamHandler {
    // what writing the answer may take
    private static final Duration TO_LEAVE = Duration.ofMillis(500);

    private final Ports ports;
    private final Cleanup cleanup;

    /** As Lambda makes it. */
    public CleanupHandler() {
        this(Wiring.fromEnvironment().ports());
    }

    public CleanupHandler(Ports ports) {
        this.ports = ports;
        this.cleanup =
                new Cleanup(ports.upkeep(), ports.agents(), ports.hash(), ports.clock(), Cleanup.USUALLY_AT_A_TIME);
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        CleanupEvent event = CleanupEvent.read(input.readAllBytes());
        Duration left = Duration.ofMillis(context.getRemainingTimeInMillis()).minus(TO_LEAVE);
        CleanupReport report = run(event.isDryRun(), Deadline.in(left), CleanupProgress.NONE);
        if (!report.isDryRun()) {
            LogSetup.write(new MetricLine(context.getFunctionName(), "cleanup")
                    .count("Examined", report.examined())
                    .count("Archived", report.archived())
                    .count("Deleted", report.deleted())
                    .count("Failed", report.failures()));
        }
        output.write(JsonWriter.bytes(CleanupView.of(report)));
    }

    /** A run, as {@link Cleanup#run}, with a line in the log. */
    public CleanupReport run(boolean isDryRun, Deadline deadline, CleanupProgress progress) {
        CleanupLog log = new CleanupLog(ports.hash(), progress);
        CleanupReport report = cleanup.run(isDryRun, deadline, log);
        log.ended(report);
        return report;
    }
}
