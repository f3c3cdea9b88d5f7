package dev.danamemory.functions.http;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the route of a request. */
public final class Routes {
    /** The route key of whatever no route names: unknown paths, other methods, and paths with a slash at their end. */
    public static final String DEFAULT_KEY = "$default";
    /** The route key of what a page's browser asks before it sends a request with a token. */
    public static final String PREFLIGHT_KEY = "OPTIONS /{proxy+}";

    private Routes() {}

    /**
     * The route of a request as API Gateway finds it: by the path as it was sent. What it does not find goes to
     * {@link #DEFAULT_KEY}, a path with a slash at its end among it.
     *
     * @param path still percent-encoded; so are the parameters found
     */
    public static Optional<RouteMatch> match(String method, String path) {
        return candidates(path)
                .filter(match -> match.route().method().equals(method))
                .findFirst();
    }

    /** What is said of a body that is over every route's limit, by the limit of the route it was sent to. */
    public static Problem tooLarge(String method, String path) {
        return match(method, withoutSlash(path))
                .map(match -> match.route().payload().limit())
                .filter(limit -> limit > 0)
                .map(Problem::tooLarge)
                .orElseGet(Problem::tooLargeForAll);
    }

    /** The route of that key, or nothing. */
    static Optional<Route> ofKey(@Nullable String key) {
        for (Route route : Route.values()) {
            if (route.key().equals(key)) {
                return Optional.of(route);
            }
        }
        return Optional.empty();
    }

    /**
     * The route that a request at {@link #DEFAULT_KEY} means: that of its path without the slash at the end. A path
     * without such a slash means none, for API Gateway shows paths decoded: if it looks like a route's and was not found
     * as one, a slash in it was sent as {@code %2F} and belongs to an id.
     */
    static Optional<RouteMatch> matchOfDefault(String method, String path) {
        return path.endsWith("/") ? match(method, withoutSlash(path)) : Optional.empty();
    }

    /** The methods that a path has, sorted; none where there is no such path. */
    static List<String> methods(String path) {
        return candidates(withoutSlash(path))
                .map(match -> match.route().method())
                .sorted()
                .toList();
    }

    private static String withoutSlash(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static Stream<RouteMatch> candidates(String path) {
        String[] segments = path.split("/", -1);
        return Arrays.stream(Route.values())
                .map(route -> match(route, segments))
                .flatMap(Optional::stream);
    }

    private static Optional<RouteMatch> match(Route route, String[] segments) {
        String[] names = route.template().split("/", -1);
        if (names.length != segments.length) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            if (names[i].startsWith("{") && !segments[i].isEmpty()) {
                parameters.put(names[i].substring(1, names[i].length() - 1), segments[i]);
            } else if (!names[i].equals(segments[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(new RouteMatch(route, parameters));
    }
}
