package dev.danamemory.functions.context;

import dev.danamemory.functions.Ports;
import dev.danamemory.functions.Rehearsal;
import dev.danamemory.functions.Wiring;
import dev.danamemory.functions.http.Front;
import dev.danamemory.functions.http.HttpHandler;
import dev.danamemory.functions.http.Route;
import java.util.List;

/** The Lambda function behind the routes that only read. */
public final class ContextHandler extends HttpHandler {
    /** As Lambda makes it. */
    public ContextHandler() {
        this(Wiring.fromEnvironment());
    }

    /** As Lambda makes it in an environment. */
    public ContextHandler(Wiring wiring) {
        this(wiring.portsOfReader(), wiring);
    }

    private ContextHandler(Ports ports, Wiring wiring) {
        this(ports);
        Rehearsal.Step statistics = new Rehearsal.Step(Route.STATISTICS, "", "");
        List<Rehearsal.Step> steps = List.of(
                statistics,
                new Rehearsal.Step(Route.LIST_CONVERSATIONS, "", ""),
                new Rehearsal.Step(Route.LIST_TURNS, "", ""),
                new Rehearsal.Step(Route.CONTEXT, "query=key", ""),
                new Rehearsal.Step(Route.SEARCH, "q=key", ""));
        aroundSnapshot(new Rehearsal(ports, ContextEndpoints::of, statistics, steps), wiring::renew);
    }

    public ContextHandler(Ports ports) {
        super(new Front(ContextEndpoints.of(ports), ports.identity(), ports.hash()));
    }
}
