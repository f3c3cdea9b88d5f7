package dev.danamemory.functions.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is known of a request so far: it grows while the request is read, and what there is gets logged. */
final class Visit {
    private final long begun = System.nanoTime();
    private final String correlationId;
    private @Nullable Route route;
    private @Nullable Request request;
    private final Measures measures = new Measures();

    Visit(String correlationId) {
        this.correlationId = correlationId;
    }

    String correlationId() {
        return correlationId;
    }

    void route(Route found) {
        route = found;
    }

    /** The route as logs and metrics name it. */
    String routeKey() {
        return route == null ? Routes.DEFAULT_KEY : route.key();
    }

    Measures measures() {
        return measures;
    }

    void request(Request read) {
        request = read;
    }

    @Nullable
    Request request() {
        return request;
    }

    Duration time() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }
}
