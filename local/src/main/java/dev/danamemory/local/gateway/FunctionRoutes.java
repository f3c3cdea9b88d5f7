package dev.danamemory.local.gateway;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;

/** Which function answers a request, as the deployed API's routes say. */
@FunctionalInterface
public interface FunctionRoutes {
    /** The key of the route that takes what no other route takes. */
    String DEFAULT_KEY = "$default";

    /**
     * The route of a request; {@link #DEFAULT_KEY} when no other takes it.
     *
     * @param rawPath still percent-encoded
     */
    Match match(String method, String rawPath);

    /** The function that an event goes to on Lambda; nothing when it is an event of no function here. */
    default Optional<RequestStreamHandler> handlerOf(JsonNode event) {
        return Optional.empty();
    }

    /** The function that cleans up. */
    default CleanupRuns cleanup() {
        throw new UnsupportedOperationException("there is no cleanup here");
    }

    /**
     * A route and who answers it.
     *
     * @param routeKey as in {@code GET /conversations/{id}}
     * @param pathParameters the segments that the template names, decoded
     * @param isOpen whether it answers nobody in particular, too
     */
    record Match(String routeKey, Map<String, String> pathParameters, boolean isOpen, RequestStreamHandler handler) {
        public Match {
            pathParameters = Map.copyOf(pathParameters);
        }
    }
}
