package dev.danamemory.functions;

import dev.danamemory.functions.http.Payload;
import dev.danamemory.functions.http.Route;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

/** A right request for every route, about the conversation {@code kitchen}; and what routes have in common. */
final class Samples {
    private static final Set<Route> WITH_PARAMETERS = Set.of(
            Route.LIST_CONVERSATIONS,
            Route.IMPORT,
            Route.LIST_TURNS,
            Route.CONTEXT,
            Route.SEARCH,
            Route.ERASE_ME,
            Route.EXPORT_ME);

    private Samples() {}

    static String target(Route route) {
        return target(route, "kitchen");
    }

    static String target(Route route, String conversation) {
        String path = route.template().replace("{id}", conversation).replace("{turn}", "1");
        return switch (route) {
            case CONTEXT -> path + "?query=oven";
            case SEARCH -> path + "?q=oven";
            case ERASE_ME -> path + "?confirm=true";
            default -> path;
        };
    }

    static String body(Route route) {
        return switch (route) {
            case CHAT -> "{\"message\":\"hello\",\"conversation_id\":\"kitchen\"}";
            case IMPORT -> "{\"history\":[]}";
            case REMEMBER_TURN -> "{\"user_input\":\"a\",\"agent_response\":\"b\"}";
            case CONTEXT_OF_BODY -> "{\"query\":\"oven\"}";
            case SEARCH_OF_BODY -> "{\"q\":\"oven\"}";
            default -> "{}";
        };
    }

    static Sent request(TestApi api, Route route) {
        return request(api, route, "kitchen");
    }

    static Sent request(TestApi api, Route route, String conversation) {
        Sent sent = api.send(route.method(), target(route, conversation));
        return readsBody(route) ? sent.json(body(route).replace("kitchen", conversation)) : sent;
    }

    static boolean needsIdentity(Route route) {
        return !route.isOpen();
    }

    static boolean readsBody(Route route) {
        return route.payload() != Payload.NONE;
    }

    static boolean readsParameters(Route route) {
        return WITH_PARAMETERS.contains(route);
    }

    static boolean isOfConversation(Route route) {
        return route.template().contains("{id}");
    }

    /** Whether it answers 404 where there is no such conversation. */
    static boolean needsConversation(Route route) {
        return route == Route.CHAT || (isOfConversation(route) && !route.makesConversation());
    }

    static boolean takesKey(Route route) {
        return route == Route.CHAT || route == Route.REMEMBER_TURN;
    }

    static boolean callsAgent(Route route) {
        return route == Route.CHAT || route == Route.SUMMARISE;
    }

    /** Whether it stores what it has thought about for a while. */
    static boolean meetsClear(Route route) {
        return takesKey(route) || route == Route.SUMMARISE;
    }

    static boolean usesStore(Route route) {
        return needsIdentity(route) && route != Route.AGENTS;
    }

    static Stream<Route> withIdentity() {
        return Arrays.stream(Route.values()).filter(Samples::needsIdentity);
    }

    /** Those that read a conversation's head; an erase works on damaged data too. */
    static Stream<Route> readers() {
        return Arrays.stream(Route.values())
                .filter(route -> needsConversation(route) || route.makesConversation())
                .filter(route -> route != Route.ERASE);
    }
}
