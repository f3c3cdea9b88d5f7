package dev.danamemory.functions.http;

import dev.danamemory.functions.metrics.MetricLine;
import dev.danamemory.store.StoreUse;

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
        visit.measures().contextTokens().ifPresent(tokens -> line.count("ContextTokens", tokens));
        visit.measures().agentTime().ifPresent(time -> line.time("AgentTime", time));
        LogSetup.write(line);
    }

    private static boolean isFailure(Visit visit, int status) {
        return status >= OURS || !visit.measures().faults().isEmpty();
    }
}
