package dev.danamemory.functions.conversations;

import dev.danamemory.chat.Agents;
import dev.danamemory.dana.DanaFile;
import dev.danamemory.dana.DanaFileCodec;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Conflicts;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Query;
import dev.danamemory.functions.http.Request;
import dev.danamemory.functions.view.StatisticsView;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.Faults;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Ids;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Import;
import dev.danamemory.store.ImportRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code PUT /conversations/{id}}: a Dana memory file becomes the conversation. */
record ImportEndpoint(Ports ports) implements Endpoint {
    @Override
    public Answer answer(Request request) {
        ConversationKey key = request.conversation();
        String asked = asked(request.query());
        DanaFile file = DanaFileCodec.read(request.body(), key.conversationId());
        String agentId = Optional.ofNullable(asked)
                .or(() -> Optional.ofNullable(file.agentId()))
                .orElse(Agents.DEFAULT);
        Faults faults = new Faults();
        DefinedAgents.check(ports.agents(), agentId, faults);
        faults.throwIfAny();
        ConversationStore store = ports.storeFor(request);
        return answer(
                store,
                agentId,
                store.importFile(
                        key,
                        new ImportRequest(
                                file,
                                agentId,
                                CanonicalJson.digest(request.body()),
                                ports.agents().settingsOf(agentId))));
    }

    private Answer answer(ConversationStore store, String agentId, Import done) {
        StatisticsView statistics = new StatisticsView(store, ports.agents());
        return switch (done) {
            case Import.Imported(Conversation made) ->
                Answer.created(statistics.of(made), Locations.of(made.header().key()));
            case Import.Same(Conversation present) -> {
                // the same file for another agent would be another conversation
                if (!agentId.equals(present.header().agentId())) {
                    throw taken();
                }
                yield Answer.ok(statistics.of(present));
            }
            case Import.Taken taken -> throw taken();
        };
    }

    private static ProblemException taken() {
        return new ProblemException(
                Conflicts.idTaken("this id is taken by something else than this file; import it under another id"));
    }

    private static @Nullable String asked(Query query) {
        String agentId = query.text("agent_id");
        if (agentId != null && !Ids.isId(agentId)) {
            query.fault("agent_id", "must be the id of an agent");
        }
        query.check();
        return agentId;
    }
}
