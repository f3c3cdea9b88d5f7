package dev.danamemory.functions.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.chat.ChatCall;
import dev.danamemory.chat.MemoryOverrides;
import dev.danamemory.chat.RequestKey;
import dev.danamemory.functions.http.BodyInput;
import dev.danamemory.functions.http.Overrides;
import dev.danamemory.functions.http.Request;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import dev.danamemory.json.Place;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.model.Turn;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what {@code POST /chat} is sent. */
final class ChatBody {
    private static final int LARGEST_CONTEXT = 16 * 1024;
    private static final int LONGEST_ID = 128;

    private final ObjectNode body;
    private final Faults faults = new Faults();
    private final Fields fields;

    private ChatBody(Request request) {
        body = request.body();
        fields = request.fields(faults);
    }

    static ChatCall read(Request request, @Nullable RequestKey key) {
        return new ChatBody(request).call(request, key);
    }

    private ChatCall call(Request request, @Nullable RequestKey key) {
        String message = message();
        String conversationId = conversationId();
        String agentId = fields.id("agent_id");
        ObjectNode context = fields.object("context", LARGEST_CONTEXT);
        MemoryOverrides overrides = overrides();
        faults.throwIfAny();
        return new ChatCall(
                request.user(),
                conversationId,
                agentId,
                message,
                context == null ? JsonNodeFactory.instance.objectNode() : context,
                overrides,
                request.deadline(),
                key);
    }

    private String message() {
        String message = fields.text("message", Turn.LONGEST_TEXT);
        if (message != null && message.isBlank()) {
            fields.fault("message", "must not be blank");
        }
        return fields.required("message", message, "");
    }

    /** Dana's clients send numbers, and 0 or an empty text for a new conversation. */
    private @Nullable String conversationId() {
        JsonNode sent = body.path("conversation_id");
        if (sent instanceof WrittenNumber number) {
            Optional<String> digits = number.wholeDigits(LONGEST_ID);
            if (digits.isEmpty()) {
                fields.fault("conversation_id", "must be an id, or a whole number above 0");
            }
            return digits.filter(named -> !named.equals("0")).orElse(null);
        }
        return sent.isTextual() && sent.textValue().isEmpty() ? null : fields.id("conversation_id");
    }

    private MemoryOverrides overrides() {
        Long danas = fields.whole("max_context_turns", 0, Overrides.MOST_TURNS);
        JsonNode memory = fields.value("memory");
        if (memory == null || memory.isMissingNode()) {
            memory = JsonNodeFactory.instance.objectNode();
        }
        MemoryOverrides said = Fields.ofRequest(memory, Place.root().field("memory"), faults)
                .map(settings -> Overrides.of(new BodyInput(settings, faults)))
                .orElse(MemoryOverrides.NONE);
        return said.maxTurns() != null || danas == null
                ? said
                : new MemoryOverrides(
                        danas.intValue(), said.relevantTurns(), said.includeSummaries(), said.tokenBudget());
    }
}
