package dev.danamemory.functions.context;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.StoredHistory;
import dev.danamemory.dana.TurnJson;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Input;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Request;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.search.SearchHit;
import dev.danamemory.search.TurnSearch;
import dev.danamemory.store.ConversationStore;
import java.util.List;

/** {@code GET} and {@code POST /conversations/{id}/search}: ranked search through the whole history. */
record SearchEndpoint(Ports ports) implements Endpoint {
    private static final int LONGEST_QUERY = 2 * 1024 * 1024;
    private static final int MOST = 50;
    private static final int USUAL = 5;

    @Override
    public Answer answer(Request request) {
        Input input = request.input();
        String query = input.requiredText("q", LONGEST_QUERY);
        Integer limit = input.whole("limit", 1, MOST);
        input.check();
        if (query.isBlank()) {
            input.fault("q", "must not be blank");
            input.check();
        }
        ConversationKey key = request.conversation();
        ConversationStore store = ports.storeFor(request);
        List<SearchHit> hits =
                new TurnSearch().search(query, new StoredHistory(store, key), limit == null ? USUAL : limit);
        // a conversation that is not there reads as one without turns
        if (hits.isEmpty() && store.load(key, 1).isEmpty()) {
            throw new ProblemException(Problem.noConversation());
        }
        return Answer.ok(json(key, hits));
    }

    private static ObjectNode json(ConversationKey key, List<SearchHit> hits) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode results = json.putArray("results");
        long bytes = 0;
        for (SearchHit hit : hits) {
            ObjectNode result = JsonNodeFactory.instance.objectNode();
            result.put("conversation_id", key.conversationId());
            result.set("turn", TurnJson.answer(hit.turn()));
            result.set("score", new WrittenNumber(Double.toString(hit.score())));
            result.put("snippet", hit.snippet());
            bytes += JsonWriter.bytes(result).length;
            if (bytes > StoredHistory.PAGE_BYTES && !results.isEmpty()) {
                break;
            }
            results.add(result);
        }
        return json;
    }
}
