package dev.danamemory.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.functions.http.PercentCoding;
import dev.danamemory.json.JsonSyntaxException;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.local.gateway.Body;
import dev.danamemory.local.gateway.Header;
import dev.danamemory.local.gateway.LocalAnswer;
import dev.danamemory.local.gateway.LocalApi;
import dev.danamemory.local.gateway.LocalRequest;
import dev.danamemory.model.UserId;
import java.io.IOException;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Pattern;

/** One user's requests to the API in this process. */
final class ApiClient {
    private static final Header JSON = new Header("Content-Type", "application/json");

    // a person at a command line sends no requests
    private static final Pattern HINT_FOR_PROGRAMS =
            Pattern.compile("; (GET|POST|PUT|PATCH|DELETE) /.*|; openapi\\.yaml .*");

    private static final int NOT_FOUND = 404;

    private final LocalApi api;
    private final UserId user;

    ApiClient(LocalApi api, UserId user) {
        this.api = api;
        this.user = user;
    }

    /** The path of a conversation, with what follows its id. */
    static String conversation(String id, String rest) {
        return "/conversations/" + PercentCoding.encode(id) + rest;
    }

    LocalAnswer get(String path, String query) throws IOException {
        return ask("GET", path, query, List.of(), Body.EMPTY);
    }

    LocalAnswer post(String path, ObjectNode body) throws IOException {
        return ask("POST", path, "", List.of(JSON), Body.text(JsonWriter.text(body)));
    }

    LocalAnswer put(String path, String query, byte[] json) throws IOException {
        return ask("PUT", path, query, List.of(JSON), Body.of(json, JSON.value(), ""));
    }

    LocalAnswer delete(String path, String query) throws IOException {
        return ask("DELETE", path, query, List.of(), Body.EMPTY);
    }

    private LocalAnswer ask(String method, String path, String query, List<Header> headers, Body body)
            throws IOException {
        return api.answer(new LocalRequest(
                UUID.randomUUID().toString(), method, path, query, headers, body, user, "127.0.0.1", "HTTP/1.1"));
    }

    /** The answer's JSON if the request was carried out, else its problem as a failure of the command. */
    static JsonNode carriedOut(LocalAnswer answer) {
        requireCarriedOut(answer);
        return answer.json();
    }

    /** Ends the command with the answer's problem unless the request was carried out. */
    static void requireCarriedOut(LocalAnswer answer) {
        if (!answer.isSuccess()) {
            throw switch (exitCode(answer)) {
                case NOT_THERE -> CommandFailure.notThere(problem(answer));
                case DONE, FAILED, USAGE -> CommandFailure.failed(problem(answer));
            };
        }
    }

    /** What an answer means to a script. */
    static ExitCode exitCode(LocalAnswer answer) {
        if (answer.isSuccess()) {
            return ExitCode.DONE;
        }
        return answer.status() == NOT_FOUND ? ExitCode.NOT_THERE : ExitCode.FAILED;
    }

    /** What a problem document says, for people: what is wrong with each field, else the detail. */
    static String problem(LocalAnswer answer) {
        try {
            JsonNode document = answer.json();
            StringJoiner faults = new StringJoiner("\n  ");
            for (JsonNode error : document.path("errors")) {
                faults.add((error.path("field").asText() + " "
                                + error.path("problem").asText())
                        .strip());
            }
            String detail =
                    document.path("detail").asText(document.path("title").asText("no reason was given"));
            return faults.length() > 0
                    ? faults.toString()
                    : HINT_FOR_PROGRAMS.matcher(detail).replaceFirst("");
        } catch (JsonSyntaxException noDocument) {
            return "the service answered with status " + answer.status();
        }
    }
}
