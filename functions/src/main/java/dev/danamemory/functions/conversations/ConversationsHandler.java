package dev.danamemory.functions.conversations;

import dev.danamemory.functions.Ports;
import dev.danamemory.functions.Rehearsal;
import dev.danamemory.functions.Wiring;
import dev.danamemory.functions.chat.ChatEndpoints;
import dev.danamemory.functions.context.ContextEndpoints;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Front;
import dev.danamemory.functions.http.HttpHandler;
import dev.danamemory.functions.http.Route;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The Lambda function behind the routes that write without an agent, and behind {@code $default}: whatever API Gateway
 * finds no route for. That includes every path with a slash at its end, so this function can answer all routes.
 */
public final class ConversationsHandler extends HttpHandler {
    /** As Lambda makes it. */
    public ConversationsHandler() {
        this(Wiring.fromEnvironment());
    }

    /** As Lambda makes it in an environment. */
    public ConversationsHandler(Wiring wiring) {
        this(wiring.ports(), wiring);
    }

    private ConversationsHandler(Ports ports, Wiring wiring) {
        this(ports);
        Rehearsal.Step export = new Rehearsal.Step(Route.EXPORT, "", "");
        Rehearsal.Step remember =
                new Rehearsal.Step(Route.REMEMBER_TURN, "", "{\"user_input\":\"key\",\"agent_response\":\"hall\"}");
        aroundSnapshot(
                new Rehearsal(ports, ConversationsHandler::all, export, List.of(remember, export)), wiring::renew);
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
