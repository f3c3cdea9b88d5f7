package dev.danamemory.dana;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.Fields;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads turns of files and stores. */
final class TurnReader {
    /** The longest id that an imported turn may have, in code points. */
    static final int LONGEST_ID = 256;

    private static final Set<String> KNOWN = Set.of(
            "turn_id",
            "turn_number",
            "user_input",
            "agent_response",
            "timestamp",
            "metadata",
            "status",
            "agent_id",
            "context_through",
            "replaces",
            "steps",
            "attachments");

    private TurnReader() {}

    /**
     * Reads a turn.
     *
     * @param number that its place gives, at least 1
     * @param missingId asked when it has no id
     */
    static Turn read(Fields in, long number, Supplier<String> missingId) {
        checkNumber(in, number);
        String id = in.shortText("turn_id", LONGEST_ID);
        ObjectNode metadata = in.object("metadata", Turn.LARGEST_METADATA);
        return new Turn(
                id == null ? missingId.get() : id,
                number,
                in.requiredText("user_input", Turn.LONGEST_TEXT),
                in.requiredText("agent_response", Turn.LONGEST_TEXT),
                in.required("timestamp", in.timestamp("timestamp"), ""),
                metadata == null ? JsonNodeFactory.instance.objectNode() : metadata,
                status(in),
                in.nullable().id("agent_id"),
                earlier(in, "context_through", 0, number),
                earlier(in, "replaces", 1, number),
                StepJson.read(in),
                AttachmentJson.read(in),
                in.more(KNOWN));
    }

    private static void checkNumber(Fields in, long number) {
        Long written = in.whole("turn_number", 1, DanaFileCodec.HIGHEST_TURN);
        if (written != null && written != number) {
            in.fault(
                    "turn_number",
                    "must be " + number + ", as its place in history and metadata.total_turns say, or left out");
        }
    }

    private static TurnStatus status(Fields in) {
        String wire = in.text("status", Turn.LONGEST_TEXT);
        Optional<TurnStatus> status = wire == null ? Optional.of(TurnStatus.COMPLETE) : TurnStatus.of(wire);
        if (status.isEmpty()) {
            in.fault("status", "must be complete, failed or redacted");
        }
        return status.orElse(TurnStatus.COMPLETE);
    }

    private static @Nullable Long earlier(Fields in, String name, long least, long number) {
        Long earlier = in.nullable().whole(name, least, DanaFileCodec.HIGHEST_TURN);
        if (earlier != null && earlier >= number && in.isLimited()) {
            in.fault(name, "must be the number of an earlier turn");
        }
        return earlier;
    }
}
