package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.dana.AttachmentJson;
import dev.danamemory.dana.StepJson;
import dev.danamemory.functions.http.Request;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import dev.danamemory.model.Attachment;
import dev.danamemory.model.Ids;
import dev.danamemory.model.InstantText;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Step;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A turn as a caller posts it.
 *
 * @param turnId null: one is made
 * @param timestamp as written; null: now
 * @param agentId any well-formed id, for it was made elsewhere
 */
record PostedTurn(
        @Nullable String turnId,
        String userInput,
        String agentResponse,
        @Nullable String timestamp,
        ObjectNode metadata,
        @Nullable String agentId,
        List<Step> steps,
        List<Attachment> attachments) {
    static PostedTurn read(Request request) {
        Faults faults = new Faults();
        Fields fields = request.fields(faults);
        String userInput = fields.text("user_input", Turn.LONGEST_TEXT);
        String agentResponse = fields.text("agent_response", Turn.LONGEST_TEXT);
        if (userInput != null && agentResponse != null && userInput.isEmpty() && agentResponse.isEmpty()) {
            fields.fault("user_input", "must not be empty when agent_response is");
        }
        ObjectNode metadata = fields.object("metadata", Turn.LARGEST_METADATA);
        PostedTurn turn = new PostedTurn(
                turnId(fields),
                fields.required("user_input", userInput, ""),
                fields.required("agent_response", agentResponse, ""),
                fields.timestamp("timestamp"),
                metadata == null ? JsonNodeFactory.instance.objectNode() : metadata,
                fields.id("agent_id"),
                StepJson.read(fields),
                AttachmentJson.read(fields));
        faults.throwIfAny();
        return turn;
    }

    private static @Nullable String turnId(Fields fields) {
        String turnId = fields.id("turn_id");
        if (turnId != null && !Ids.isTurnId(turnId)) {
            fields.fault("turn_id", "must not be digits alone, for those are a turn's number");
        }
        return turnId;
    }

    /** The turn to store under that id. */
    NewTurn turn(String id, InstantSource clock) {
        return new NewTurn(
                id,
                userInput,
                agentResponse,
                timestamp == null ? InstantText.of(clock.instant()) : timestamp,
                metadata,
                TurnStatus.COMPLETE,
                agentId,
                null,
                null,
                steps,
                attachments);
    }

    /** Whether a stored turn is this one, in all that the caller said. */
    boolean isThat(Turn stored) {
        return stored.status() == TurnStatus.COMPLETE
                && userInput.equals(stored.userInput())
                && agentResponse.equals(stored.agentResponse())
                && (timestamp == null || timestamp.equals(stored.timestamp()))
                && CanonicalJson.equal(metadata, stored.metadata())
                && Objects.equals(agentId, stored.agentId())
                && CanonicalJson.equal(StepJson.answer(steps), StepJson.answer(stored.steps()))
                && attachments.equals(stored.attachments());
    }
}
