package dev.danamemory.functions.context;

import dev.danamemory.functions.Ports;
import dev.danamemory.functions.Wiring;
import dev.danamemory.functions.http.Front;
import dev.danamemory.functions.http.HttpHandler;

/** The Lambda function behind the routes that only read. */
public final class ContextHandler extends HttpHandler {
    /** As Lambda makes it. */
    public ContextHandler() {
        this(Wiring.fromEnvironment().ports());
    }

    public ContextHandler(Ports ports) {
        super(new Front(ContextEndpoints.of(ports), ports.identity(), ports.hash()));
    }
}
