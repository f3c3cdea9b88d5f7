package dev.danamemory.functions.context;

import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Query;
import dev.danamemory.functions.http.Request;
import dev.danamemory.functions.view.DirectoryView;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.Ids;
import dev.danamemory.store.DirectoryPage;
import dev.danamemory.store.DirectoryQuery;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code GET /conversations}. */
record DirectoryEndpoint(Ports ports) implements Endpoint {
    private static final int MOST = 100;
    private static final int USUAL = 20;

    @Override
    public Answer answer(Request request) {
        Query query = request.query();
        String agentId = agentId(query);
        ConversationStatus status = status(query);
        Integer limit = query.whole("limit", 1, MOST);
        query.check();
        Cursors cursors = new Cursors(ports.hash(), request.user(), agentId, status);
        String cursor = query.text("cursor");
        DirectoryQuery asked = new DirectoryQuery(
                agentId, status, limit == null ? USUAL : limit, cursor == null ? null : cursors.open(cursor));
        DirectoryPage page = ports.storeFor(request).list(request.user(), asked);
        String next = page.next();
        return Answer.ok(DirectoryView.of(page.entries(), next == null ? null : cursors.seal(next)));
    }

    private static @Nullable String agentId(Query query) {
        String agentId = query.text("agent_id");
        if (agentId != null && !Ids.isId(agentId)) {
            query.fault("agent_id", "must be the id of an agent");
        }
        return agentId;
    }

    private static @Nullable ConversationStatus status(Query query) {
        String name = query.text("status");
        if (name == null) {
            return null;
        }
        Optional<ConversationStatus> status = ConversationStatus.of(name);
        if (status.isEmpty()) {
            query.fault("status", "must be active or archived");
        }
        return status.orElse(null);
    }
}
