package dev.danamemory.functions;

import dev.danamemory.functions.http.Route;

/** Requests whose every text holds a mark that must not turn up in logs. */
final class MarkedRequests {
    static final String MARK = "zebra";
    static final String USER = "alice-" + MARK;

    private MarkedRequests() {}

    private static String body(Route route) {
        return switch (route) {
            case CHAT -> "{'message': 'zebra', 'conversation_id': 'kitchen', 'context': {'zebra': 'zebra'}}";
            case CREATE_CONVERSATION ->
                "{'conversation_id': 'kitchen', 'title': 'zebra', 'metadata': {'zebra': 'zebra'}}";
            case IMPORT -> "{'history': [{'user_input': 'zebra', 'agent_response': 'zebra', 'timestamp': 'zebra'}]}";
            case CHANGE -> "{'title': 'zebra', 'metadata': {'zebra': 'zebra'}, 'status': 'zebra'}";
            case REMEMBER_TURN ->
                "{'user_input': 'zebra', 'agent_response': 'zebra', 'turn_id': 'zebra', 'metadata': {'zebra': 'zebra'},"
                        + "'steps': [{'type': 'message', 'role': 'zebra', 'content': 'zebra'}]}";
            case CONTEXT_OF_BODY -> "{'query': 'zebra', 'task_type': 'zebra'}";
            case SEARCH_OF_BODY -> "{'q': 'zebra'}";
            default -> "{'zebra': 'zebra'}";
        };
    }

    /** Sends a good request and four bad ones. */
    static void send(TestApi api, Route route) {
        String target = Samples.target(route).replace("oven", MARK);
        String more = (target.contains("?") ? "&" : "?") + "unknown=zebra&status=zebra&cursor=zebra&agent_id=zebra";
        api.send(route.method(), target).as(USER).json1(body(route)).reply();
        api.send(route.method(), target + more).as(USER).json1(body(route)).reply();
        api.send(route.method(), target).as(USER).json1(body(route) + "zebra").reply();
        api.send(route.method(), target)
                .as(USER)
                .header("x-zebra", MARK)
                .body("text/zebra", MARK)
                .reply();
        api.send("ZEBRA", target + "/zebra/").as(USER).reply();
    }
}
