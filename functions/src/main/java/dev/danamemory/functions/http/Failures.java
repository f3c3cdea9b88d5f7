package dev.danamemory.functions.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.chat.AgentException;
import dev.danamemory.model.Ids;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a caller is told of an exception: never its message, unless it was made for callers. */
public final class Failures {
    private static final String CONVERSATION = "conversation_id";

    private Failures() {}

    /** The problem; one of ours does not name the conversation yet. */
    public static Problem problem(RuntimeException failure) {
        return switch (failure) {
            case ProblemException problem -> problem.problem();
            case InvalidInputException invalid -> Problem.invalid(invalid.faults());
            case AgentException failed -> AgentProblems.of(failed);
            case StoreUnavailableException unavailable -> Problem.storeUnavailable(unavailable.retryAfter());
            case StoredDataUnreadableException unreadable -> Problem.storedDataUnreadable();
            default -> Problem.internalError();
        };
    }

    static Problem problem(RuntimeException failure, @Nullable Request request) {
        Problem problem = problem(failure);
        return problem.status() == 500 && !problem.members().containsKey(CONVERSATION)
                ? problem.with(CONVERSATION, conversationId(failure, request))
                : problem;
    }

    private static JsonNode conversationId(RuntimeException failure, @Nullable Request request) {
        String id = named(request);
        if (!Ids.isId(id) && failure instanceof StoredDataUnreadableException unreadable) {
            id = Objects.requireNonNullElse(unreadable.conversationId(), "");
        }
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return Ids.isId(id) ? nodes.textNode(id) : nodes.nullNode();
    }

    private static String named(@Nullable Request request) {
        if (request == null) {
            return "";
        }
        String inPath = request.pathParameters().get("id");
        return inPath == null ? request.body().path(CONVERSATION).asText() : inPath;
    }
}
