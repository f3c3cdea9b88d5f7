package dev.danamemory.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.chat.ChatHandler;
import dev.danamemory.functions.cleanup.CleanupEvent;
import dev.danamemory.functions.cleanup.CleanupHandler;
import dev.danamemory.functions.context.ContextHandler;
import dev.danamemory.functions.conversations.ConversationsHandler;
import dev.danamemory.functions.http.PercentCoding;
import dev.danamemory.functions.http.Route;
import dev.danamemory.functions.http.Routes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The functions that are deployed as Lambdas, by the same table of routes. */
public final class PackagedFunctions implements FunctionRoutes {
    private final RequestStreamHandler chat;
    private final RequestStreamHandler context;
    private final RequestStreamHandler conversations;
    private final CleanupHandler cleanup;

    public PackagedFunctions(Ports ports) {
        chat = new ChatHandler(ports);
        context = new ContextHandler(ports);
        conversations = new ConversationsHandler(ports);
        cleanup = new CleanupHandler(ports);
    }

    @Override
    public Match match(String method, String rawPath) {
        return Routes.match(method, rawPath)
                .map(match -> new Match(
                        match.route().key(),
                        decoded(match.pathParameters()),
                        match.route().isOpen(),
                        handler(match.route().function())))
                .orElseGet(() -> new Match(Routes.DEFAULT_KEY, Map.of(), false, conversations));
    }

    @Override
    public Optional<RequestStreamHandler> handlerOf(JsonNode event) {
        if (CleanupEvent.isOne(event)) {
            return Optional.of(cleanup);
        }
        String key = event.path("routeKey").asText("");
        if (!event.path("version").asText("").equals("2.0")) {
            return Optional.empty();
        }
        if (key.equals(Routes.DEFAULT_KEY)) {
            return Optional.of(conversations);
        }
        return Arrays.stream(Route.values())
                .filter(route -> route.key().equals(key))
                .map(route -> handler(route.function()))
                .findFirst();
    }

    @Override
    public CleanupRuns cleanup() {
        return cleanup::run;
    }

    // what can't be decoded names nothing; it is for the functions to say so
    private static Map<String, String> decoded(Map<String, String> parameters) {
        Map<String, String> decoded = new HashMap<>();
        parameters.forEach(
                (name, raw) -> decoded.put(name, PercentCoding.decode(raw).orElse(raw)));
        return decoded;
    }

    private RequestStreamHandler handler(Route.Function function) {
        return switch (function) {
            case CHAT -> chat;
            case CONTEXT -> context;
            case CONVERSATIONS -> conversations;
        };
    }
}
