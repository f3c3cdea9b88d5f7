package dev.danamemory.functions.context;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.dana.TurnJson;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Request;
import dev.danamemory.functions.http.Route;
import dev.danamemory.functions.http.TurnPath;
import dev.danamemory.functions.view.AgentsView;
import dev.danamemory.functions.view.StatisticsView;
import dev.danamemory.store.ConversationStore;
import java.util.EnumMap;
import java.util.Map;

/** What the context function answers. */
public final class ContextEndpoints {
    private ContextEndpoints() {}

    /** Who answers which route. */
    public static Map<Route, Endpoint> of(Ports ports) {
        ContextEndpoint context = new ContextEndpoint(ports);
        SearchEndpoint search = new SearchEndpoint(ports);
        Map<Route, Endpoint> endpoints = new EnumMap<>(Route.class);
        endpoints.put(Route.LIST_CONVERSATIONS, new DirectoryEndpoint(ports));
        endpoints.put(Route.STATISTICS, request -> statistics(ports, request));
        endpoints.put(Route.LIST_TURNS, new TurnsEndpoint(ports));
        endpoints.put(Route.TURN, request -> turn(ports, request));
        endpoints.put(Route.CONTEXT, context);
        endpoints.put(Route.CONTEXT_OF_BODY, context);
        endpoints.put(Route.SEARCH, search);
        endpoints.put(Route.SEARCH_OF_BODY, search);
        endpoints.put(
                Route.AGENTS, request -> Answer.ok(AgentsView.of(ports.agents().definitions())));
        endpoints.put(
                Route.HEALTH,
                request -> Answer.ok(JsonNodeFactory.instance.objectNode().put("status", "ok")));
        return endpoints;
    }

    private static Answer statistics(Ports ports, Request request) {
        ConversationStore store = ports.storeFor(request);
        // which agent's window it is gets known only by this load; it brings the usual one along
        return store.load(
                        request.conversation(), ports.agents().settingsOf(null).window())
                .map(found -> Answer.ok(new StatisticsView(store, ports.agents()).of(found)))
                .orElseThrow(() -> new ProblemException(Problem.noConversation()));
    }

    private static Answer turn(Ports ports, Request request) {
        return ports.storeFor(request)
                .turn(request.conversation(), TurnPath.of(request))
                .map(turn -> Answer.ok(TurnJson.answer(turn)))
                .orElseThrow(() -> new ProblemException(Problem.noTurn()));
    }
}
