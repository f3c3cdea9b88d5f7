package dev.danamemory.functions;

import dev.danamemory.functions.http.Payload;
import dev.danamemory.functions.http.Route;
import java.util.Arrays;
import java.util.stream.Stream;

/** A right request for every route, about the conversation {@code kitchen}. */
final class Samples {
    private Samples() {}

    static String target(Route route) {
        return target(route, "kitchen");
    }

    static String target(Route route, String conversation) {
        String path = route.template().replace("{id}", conversation).replace("{turn}", "1");
        return switch (route) {
            case CONTEXT -> path + "?query=oven";
            case SEARCH -> path + "?q=oven";
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
        return route.payload() == Payload.NONE ? sent : sent.json(body(route).replace("kitchen", conversation));
    }

    static Stream<Route> withIdentity() {
        return Arrays.stream(Route.values()).filter(route -> !route.isOpen());
    }

    static Stream<Route> withBody() {
        return Arrays.stream(Route.values()).filter(route -> route.payload() != Payload.NONE);
    }

    static Stream<Route> ofConversation() {
        return Arrays.stream(Route.values()).filter(route -> route.template().contains("{id}"));
    }

    /** Those that answer 404 where there is no such conversation. */
    static Stream<Route> needingConversation() {
        return Stream.concat(ofConversation().filter(route -> !route.makesConversation()), Stream.of(Route.CHAT));
    }

    /** Those that ask the store for something. */
    static Stream<Route> ofStore() {
        return withIdentity().filter(route -> route != Route.AGENTS);
    }
}
