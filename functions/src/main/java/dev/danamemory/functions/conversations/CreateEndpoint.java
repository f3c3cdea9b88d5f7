package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Conflicts;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Request;
import dev.danamemory.functions.view.StatisticsView;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.NewConversation;
import org.jspecify.annotations.Nullable;

/** {@code POST /conversations}. */
record CreateEndpoint(Ports ports) implements Endpoint {

    private record Wish(
            @Nullable String id,
            @Nullable String agentId,
            @Nullable String title,
            @Nullable ObjectNode metadata) {
        /** Whether a conversation is as wished, in all that was said. */
        boolean isMetBy(ConversationHeader header) {
            return (agentId == null || agentId.equals(header.agentId()))
                    && (title == null || title.equals(header.shownTitle()))
                    && (metadata == null || CanonicalJson.equal(metadata, header.metadata()));
        }

        NewConversation asNew() {
            return new NewConversation(
                    agentId, title, null, metadata == null ? JsonNodeFactory.instance.objectNode() : metadata);
        }
    }

    @Override
    public Answer answer(Request request) {
        Wish wish = read(request);
        ConversationStore store = ports.storeFor(request);
        return wish.id() == null
                ? createUnnamed(store, request, wish)
                : answer(store, wish, store.create(new ConversationKey(request.user(), wish.id()), wish.asNew()));
    }

    private Answer createUnnamed(ConversationStore store, Request request, Wish wish) {
        while (true) {
            ConversationKey key =
                    new ConversationKey(request.user(), ports.ids().conversation());
            if (store.create(key, wish.asNew()) instanceof Creation.Created created) {
                return answer(store, wish, created);
            }
        }
    }

    private Answer answer(ConversationStore store, Wish wish, Creation creation) {
        return switch (creation) {
            case Creation.Created(Conversation made) ->
                Answer.created(
                        statistics(store, made), Locations.of(made.header().key()));
            case Creation.Exists(Conversation present) -> {
                if (!wish.isMetBy(present.header())) {
                    throw new ProblemException(Conflicts.idTaken(
                            "conversation_id is taken by a conversation with other fields; choose another id"));
                }
                yield Answer.ok(statistics(store, present));
            }
        };
    }

    private ObjectNode statistics(ConversationStore store, Conversation conversation) {
        return new StatisticsView(store, ports.agents()).of(conversation);
    }

    private Wish read(Request request) {
        Faults faults = new Faults();
        Fields fields = request.fields(faults);
        String agentId = fields.id("agent_id");
        DefinedAgents.check(ports.agents(), agentId, faults);
        Wish wish = new Wish(
                fields.id("conversation_id"),
                agentId,
                TitleField.read(fields),
                fields.object("metadata", Turn.LARGEST_METADATA));
        faults.throwIfAny();
        return wish;
    }
}
