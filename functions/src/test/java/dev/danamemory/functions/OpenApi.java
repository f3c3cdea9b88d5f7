package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.Route;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What {@code openapi.yaml} says of each route. */
final class OpenApi {
    /** The headers of every answer, which the document tells of once for all. */
    static final Set<String> COMMON_HEADERS = Set.of("Cache-Control", "X-Content-Type-Options", "X-Correlation-Id");

    static final Yaml DOCUMENT = Yaml.read(Path.of("../openapi.yaml"));

    private static final String PROBLEM = "application/problem+json";

    private OpenApi() {}

    static Yaml operation(Route route) {
        return DOCUMENT.at("paths", route.template(), route.method().toLowerCase(Locale.ROOT));
    }

    /** What can be answered with that status. */
    static Yaml response(Route route, String status) {
        return resolved(operation(route).at("responses", status));
    }

    /** What a reference leads to, or the place itself. */
    static Yaml resolved(Yaml place) {
        return place.find("$ref")
                .map(reference -> DOCUMENT.at(reference.text().substring(2).split("/", -1)))
                .orElse(place);
    }

    /** The problems that a route can answer, as {@code 404 not-found}. */
    static Set<String> problems(Route route) {
        Set<String> problems = new TreeSet<>();
        for (String status : operation(route).at("responses").keys()) {
            response(route, status)
                    .find("content", PROBLEM, "schema")
                    .ifPresent(schema -> schema.at("allOf")
                            .items()
                            .getLast()
                            .at("properties", "type", "enum")
                            .items()
                            .forEach(type ->
                                    problems.add(status + " " + type.text().replace("/problems/", ""))));
        }
        return problems;
    }

    /** Holds an answer against what the document says of its route and status. */
    static void describes(Route route, Reply reply) {
        String status = Integer.toString(reply.status());
        assertThat(operation(route).at("responses").keys())
                .as("documented statuses of %s; answered: %s", route, reply.body())
                .contains(status);
        Yaml response = response(route, status);
        Set<String> headers =
                new TreeSet<>(response.find("headers").map(Yaml::keys).orElse(Set.of()));
        headers.addAll(COMMON_HEADERS);
        response.find("content").ifPresent(content -> headers.add("Content-Type"));
        assertThat(headers)
                .as("documented headers of %s %s", route, status)
                .containsAll(reply.headers().keySet());
        bodyIsDescribed(route, reply, response);
    }

    private static void bodyIsDescribed(Route route, Reply reply, Yaml response) {
        if (response.find("content").isEmpty()) {
            assertThat(reply.body().isMissingNode()).as("no body of %s", route).isTrue();
            return;
        }
        Yaml schema = response.at("content", reply.header("Content-Type"), "schema");
        JsonNode body = reply.body();
        assertThat(Schema.faults(body, schema))
                .as("%s %s", route, reply.status())
                .isEmpty();
    }

    /** Every media type of every request and response, by where it stands. */
    static Map<String, Yaml> mediaTypes() {
        Map<String, Yaml> found = new java.util.TreeMap<>();
        for (Route route : Route.values()) {
            operation(route)
                    .find("requestBody", "content")
                    .ifPresent(content -> content.each((type, media) -> found.put(route + " " + type, media)));
            for (String status : operation(route).at("responses").keys()) {
                response(route, status)
                        .find("content")
                        .ifPresent(content ->
                                content.each((type, media) -> found.put(route + " " + status + " " + type, media)));
            }
        }
        return found;
    }

    static List<Yaml> parameters(Route route) {
        List<Yaml> all = new java.util.ArrayList<>();
        DOCUMENT.at("paths", route.template()).find("parameters").ifPresent(shared -> all.addAll(shared.items()));
        operation(route).find("parameters").ifPresent(own -> all.addAll(own.items()));
        return all.stream().map(OpenApi::resolved).toList();
    }
}
