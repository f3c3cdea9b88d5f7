package dev.danamemory.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.model.Ids;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import org.jspecify.annotations.Nullable;

/** What a caller is told of an exception: never its message, unless it was made for callers. */
final class Failures {
    private Failures() {}

    static Problem problem(RuntimeException failure, @Nullable Request request) {
        return switch (failure) {
            case ProblemException problem -> problem.problem();
            case InvalidInputException invalid -> Problem.invalid(invalid.faults());
            case StoreUnavailableException unavailable -> Problem.storeUnavailable(unavailable.retryAfter());
            case StoredDataUnreadableException unreadable ->
                Problem.storedDataUnreadable().with("conversation_id", conversationId(request));
            default -> Problem.internalError().with("conversation_id", conversationId(request));
        };
    }

    private static JsonNode conversationId(@Nullable Request request) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (request == null) {
            return nodes.nullNode();
        }
        String inPath = request.pathParameters().get("id");
        String id = inPath == null ? request.body().path("conversation_id").asText() : inPath;
        return Ids.isId(id) ? nodes.textNode(id) : nodes.nullNode();
    }
}
