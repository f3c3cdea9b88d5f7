package dev.danamemory.functions.conversations;

import dev.danamemory.functions.Ports;
import dev.danamemory.functions.Wiring;
import dev.danamemory.functions.chat.ChatEndpoints;
import dev.danamemory.functions.context.ContextEndpoints;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Front;
import dev.danamemory.functions.http.HttpHandler;
import dev.danamemory.functions.http.Route;
import java.util.EnumMap;
import java.util.Map;

/**
 * The Lambda function behind the routes that write without an agent, and behind {@code $default}: whatever API Gateway
 * finds no route for. That includes every path with a slash at its end, so this function can answer all routes.
 */
public final class ConversationsHandler extends HttpHandler {
    /** As Lambda makes it. */
    public ConversationsHandler() {
        this(Wiring.fromEnvironment().ports());
    }

    public ConversationsHandler(Ports ports) {
        super(new Front(all(ports), ports.identity(), ports.hash()));
    }

    private static Map<Route, Endpoint> all(Ports ports) {
        Map<Route, Endpoint> endpoints = new EnumMap<>(Route.class);
        endpoints.putAll(ChatEndpoints.of(ports));
        endpoints.putAll(ContextEndpoints.of(ports));
        endpoints.putAll(ConversationsEndpoints.of(ports));
        return endpoints;
    }
}
