package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Payload;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Request;
import dev.danamemory.functions.view.StatisticsView;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationChange.Title;
import dev.danamemory.store.ConversationStore;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code PATCH /conversations/{id}}: a merge patch, in which null is not the same as absent. */
record ChangeEndpoint(Ports ports) implements Endpoint {
    @Override
    public Answer answer(Request request) {
        Faults faults = new Faults();
        Fields fields = request.fields(faults);
        ObjectNode body = request.body();
        Title title = title(body, fields);
        ObjectNode metadata = fields.object("metadata", Payload.PATCH.limit());
        ConversationStatus status = status(body, fields);
        faults.throwIfAny();
        ConversationStore store = ports.storeFor(request);
        // null leaves nothing, and absent all
        JsonNode patch = body.path("metadata").isNull() ? NullNode.getInstance() : metadata;
        return store.update(request.conversation(), new ConversationChange(title, patch, status))
                .map(changed -> Answer.ok(new StatisticsView(store, ports.agents()).of(changed)))
                .orElseThrow(() -> new ProblemException(Problem.noConversation()));
    }

    private static Title title(ObjectNode body, Fields fields) {
        if (!body.has("title")) {
            return new Title.Keep();
        }
        String title = TitleField.read(fields);
        return title == null ? new Title.Derive() : new Title.Set(title);
    }

    private static @Nullable ConversationStatus status(ObjectNode body, Fields fields) {
        if (!body.has("status")) {
            return null;
        }
        String name = fields.shortText("status", 16);
        Optional<ConversationStatus> status = name == null ? Optional.empty() : ConversationStatus.of(name);
        if (status.isEmpty()) {
            fields.fault("status", "must be active or archived");
        }
        return status.orElse(null);
    }
}
