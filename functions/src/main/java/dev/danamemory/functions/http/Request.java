package dev.danamemory.functions.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import dev.danamemory.json.Place;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Ids;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Deadline;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose form was checked.
 *
 * @param owner whose it is; null where none is needed
 * @param body what it carries; empty where nothing was sent or nothing is read
 * @param deadline when the answer must be out
 * @param headers as they came
 * @param measures takes what answering it costs
 */
public record Request(
        Route route,
        Map<String, String> pathParameters,
        Query query,
        ObjectNode body,
        @Nullable UserId owner,
        Deadline deadline,
        Headers headers,
        Measures measures) {
    static Request withoutBody(
            Route route,
            Map<String, String> pathParameters,
            Query query,
            @Nullable UserId owner,
            Deadline deadline,
            Headers headers,
            Measures measures) {
        return new Request(
                route,
                pathParameters,
                query,
                JsonNodeFactory.instance.objectNode(),
                owner,
                deadline,
                headers,
                measures);
    }

    Request withBody(ObjectNode read) {
        return new Request(route, pathParameters, query, read, owner, deadline, headers, measures);
    }

    /** A header's value, or null; its name in any case. */
    public @Nullable String header(String name) {
        return headers.get(name);
    }

    /** Whose request it is. */
    public UserId user() {
        if (owner == null) {
            throw new IllegalStateException(route.key() + " is answered without identity");
        }
        return owner;
    }

    /**
     * The conversation that the path names.
     *
     * @throws ProblemException when the id is malformed: 422 where the route would make the conversation, else 404
     */
    public ConversationKey conversation() {
        String id = pathParameter("id");
        if (Ids.isId(id)) {
            return new ConversationKey(user(), id);
        }
        throw new ProblemException(
                route.makesConversation()
                        ? Problem.invalid("id", "has to be 1 to 128 letters, digits and ._~- after a letter or digit")
                        : Problem.noConversation());
    }

    /** A parameter of the route's path. */
    public String pathParameter(String name) {
        String value = pathParameters.get(name);
        if (value == null) {
            throw new IllegalStateException(route.key() + " has no parameter " + name);
        }
        return value;
    }

    /** The fields of the body, or of the query string where the route has no body. */
    public Input input() {
        if (route.payload() == Payload.NONE) {
            return query;
        }
        Faults faults = new Faults();
        return new BodyInput(fields(faults), faults);
    }

    /**
     * The fields of the body.
     *
     * @param faults takes what is wrong with them
     */
    public Fields fields(Faults faults) {
        return Fields.ofRequest(body, Place.root(), faults).orElseThrow();
    }
}
