package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Request;
import dev.danamemory.functions.http.Route;
import dev.danamemory.functions.http.TurnPath;
import dev.danamemory.functions.view.StatisticsView;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Erasure;
import dev.danamemory.summary.RulesSummariser;
import java.util.EnumMap;
import java.util.Map;

/** What the conversations function answers of its own. */
final class ConversationsEndpoints {
    private ConversationsEndpoints() {}

    /** Who answers which route. */
    static Map<Route, Endpoint> of(Ports ports) {
        Map<Route, Endpoint> endpoints = new EnumMap<>(Route.class);
        endpoints.put(Route.CREATE_CONVERSATION, new CreateEndpoint(ports));
        endpoints.put(Route.IMPORT, new ImportEndpoint(ports));
        endpoints.put(Route.CHANGE, new ChangeEndpoint(ports));
        endpoints.put(Route.ERASE, request -> erase(ports, request));
        endpoints.put(Route.CLEAR, request -> clear(ports, request));
        endpoints.put(Route.EXPORT, request -> export(ports, request));
        endpoints.put(Route.REMEMBER_TURN, new RememberEndpoint(ports));
        endpoints.put(Route.REDACT_TURN, request -> redact(ports, request));
        endpoints.put(Route.SUMMARISE, new SummariseEndpoint(ports));
        endpoints.put(Route.ERASE_ME, new EraseMeEndpoint(ports));
        endpoints.put(Route.EXPORT_ME, new ExportMeEndpoint(ports));
        return endpoints;
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
        return Exports.of(ports, request)
                .of(request.conversation())
                .map(exported -> Answer.ok(exported.json()))
                .orElseThrow(() -> new ProblemException(Problem.noConversation()));
    }

    private static Answer redact(Ports ports, Request request) {
        return ports.storeFor(request)
                .redact(request.conversation(), TurnPath.of(request), new RulesSummariser())
                .map(redacted -> Answer.noContent())
                .orElseThrow(() -> new ProblemException(Problem.noTurn()));
    }
}
