package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Query;
import dev.danamemory.functions.http.Request;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.store.UserErasure;

/** {@code DELETE /me}: everything of the user goes. */
record EraseMeEndpoint(Ports ports) implements Endpoint {
    private static final int GOES_ON = 202;

    @Override
    public Answer answer(Request request) {
        Query query = request.query();
        if (!Boolean.TRUE.equals(query.flag("confirm"))) {
            query.fault("confirm", "must be true, for this erases everything of yours for good");
        }
        query.check();
        UserErasure erasure = ports.storeFor(request).eraseUser(request.user());
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("done", erasure.isDone());
        if (!erasure.isDone()) {
            json.set("unmarked", WrittenNumber.of(erasure.unmarked()));
        }
        ObjectNode erased = json.putObject("erased");
        erased.set("conversations", WrittenNumber.of(erasure.conversations()));
        erased.set("turns", WrittenNumber.of(erasure.turns()));
        erased.set("archives", WrittenNumber.of(erasure.archives()));
        return erasure.isDone() ? Answer.ok(json) : Answer.of(GOES_ON, json);
    }
}
