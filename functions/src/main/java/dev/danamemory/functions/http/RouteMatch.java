package dev.danamemory.functions.http;

import java.util.Map;

/**
 * A route and what its path parameters are.
 *
 * @param pathParameters by the names in the route's template
 */
public record RouteMatch(Route route, Map<String, String> pathParameters) {
    public RouteMatch {
        pathParameters = Map.copyOf(pathParameters);
    }
}
