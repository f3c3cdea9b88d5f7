package dev.danamemory.functions.http;

import dev.danamemory.functions.metrics.MetricLine;
import dev.danamemory.store.StoreUse;
import java.time.Duration;

/** One line of metrics per request. */
final class RequestMetrics {
    private static final int OURS = 500;

    private RequestMetrics() {}

    /** @param function who answered; empty when nobody is to be told, as when no one asked */
    static void answered(Visit visit, String function, int status) {
        if (function.isEmpty()) {
            return;
        }
        StoreUse use = visit.measures().meter().use();
        MetricLine line = new MetricLine(function, visit.routeKey())
                .time("Duration", visit.time())
                .count("Failures", isFailure(visit, status) ? 1 : 0)
                .count("StoreReads", use.reads())
                .count("StoreWrites", use.writes())
                .bytes("ReadBytes", use.readBytes())
                .bytes("WrittenBytes", use.writtenBytes());
        Double units = use.units();
        if (units != null) {
            line.amount("StoreUnits", units);
        }
        Integer tokens = visit.measures().contextTokens();
        if (tokens != null) {
            line.count("ContextTokens", tokens);
        }
        Duration agentTime = visit.measures().agentTime();
        if (agentTime != null) {
            line.time("AgentTime", agentTime);
        }
        LogSetup.write(line);
    }

    private static boolean isFailure(Visit visit, int status) {
        return status >= OURS || !visit.measures().faults().isEmpty();
    }
}
