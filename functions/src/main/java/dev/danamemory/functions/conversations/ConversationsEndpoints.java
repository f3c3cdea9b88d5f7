package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.dana.DanaFileCodec;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Request;
import dev.danamemory.functions.http.Route;
import dev.danamemory.functions.view.StatisticsView;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Erasure;
import java.util.Map;

/** What the conversations function answers of its own. */
final class ConversationsEndpoints {
    private ConversationsEndpoints() {}

    /** Who answers which route. */
    static Map<Route, Endpoint> of(Ports ports) {
        return Map.of(
                Route.CREATE_CONVERSATION, new CreateEndpoint(ports),
                Route.IMPORT, new ImportEndpoint(ports),
                Route.CHANGE, new ChangeEndpoint(ports),
                Route.ERASE, request -> erase(ports, request),
                Route.CLEAR, request -> clear(ports, request),
                Route.EXPORT, request -> export(ports, request),
                Route.REMEMBER_TURN, new RememberEndpoint(ports));
    }

    private static Answer erase(Ports ports, Request request) {
        return switch (ports.storeFor(request).erase(request.conversation())) {
            case Erasure.Done done -> Answer.noContent();
            case Erasure.Unfinished unfinished ->
                Answer.of(202, JsonNodeFactory.instance.objectNode().put("done", false));
            case Erasure.Absent absent -> throw new ProblemException(Problem.noConversation());
        };
    }

    private static Answer clear(Ports ports, Request request) {
        ConversationStore store = ports.storeFor(request);
        return store.clear(request.conversation())
                .map(cleared -> Answer.ok(new StatisticsView(store, ports.agents()).of(cleared)))
                .orElseThrow(() -> new ProblemException(Problem.noConversation()));
    }

    private static Answer export(Ports ports, Request request) {
        ConversationKey key = request.conversation();
        return ports.storeFor(request)
                .export(key)
                .map(file -> Answer.ok(DanaFileCodec.write(file, key, file.title())))
                .orElseThrow(() -> new ProblemException(Problem.noConversation()));
    }
}
