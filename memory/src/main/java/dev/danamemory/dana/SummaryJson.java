package dev.danamemory.dana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.Fields;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import java.util.Set;
import java.util.function.Supplier;

/** Summaries as JSON, in the same three forms as {@link TurnJson}. */
public final class SummaryJson {
    private static final Set<String> KNOWN = Set.of(
            "summary_id",
            "created_at",
            "turn_count",
            "content",
            "start_turn",
            "end_turn",
            "start_timestamp",
            "end_timestamp");

    private SummaryJson() {}

    /** For a caller of the API: all fields, the empty ones too, and no others. */
    public static ObjectNode answer(Summary summary) {
        return write(summary, Form.ANSWER);
    }

    /** For an exported file: all fields, and the keys that an imported file had beside them. */
    public static ObjectNode file(Summary summary) {
        return write(summary, Form.FILE);
    }

    /** For a store: as for a file, without what is null. Dana reads it too. */
    public static ObjectNode stored(Summary summary) {
        return write(summary, Form.STORED);
    }

    /**
     * Reads what {@link #stored} or {@link #file} wrote.
     *
     * @throws IllegalArgumentException when it did not; the message names places and no values
     */
    public static Summary fromStored(JsonNode stored) {
        return StoredShape.read(
                stored, in -> read(in, DanaFileCodec.HIGHEST_TURN, () -> in.required("summary_id", null, "")));
    }

    /**
     * Reads a summary of a file or store.
     *
     * @param lastTurn the conversation's last turn; no summary ends behind it
     * @param missingId asked when it has no id
     */
    static Summary read(Fields in, long lastTurn, Supplier<String> missingId) {
        Fields nullable = in.nullable();
        String id = in.shortText("summary_id", TurnReader.LONGEST_ID);
        Long start = nullable.whole("start_turn", 1, DanaFileCodec.HIGHEST_TURN);
        Long end = nullable.whole("end_turn", 1, DanaFileCodec.HIGHEST_TURN);
        if (in.isLimited()) {
            checkRange(in, start == null ? 0 : start, end == null ? 0 : end, lastTurn);
        }
        return new Summary(
                id == null ? missingId.get() : id,
                nullable.timestamp("created_at"),
                in.requiredText("content", Turn.LONGEST_TEXT),
                in.requiredWhole("turn_count", 0, DanaFileCodec.HIGHEST_TURN),
                start,
                end,
                nullable.timestamp("start_timestamp"),
                nullable.timestamp("end_timestamp"),
                in.more(KNOWN));
    }

    private static void checkRange(Fields in, long start, long end, long lastTurn) {
        if ((start == 0) != (end == 0)) {
            in.fault(start == 0 ? "start_turn" : "end_turn", "must be a turn's number, or both ends null");
        } else if (start > end) {
            in.fault("start_turn", "must not be above end_turn");
        } else if (end > lastTurn) {
            in.fault("end_turn", "must not be above the last turn, " + lastTurn);
        }
    }

    private static ObjectNode write(Summary summary, Form form) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("summary_id", summary.summaryId());
        form.set(json, "created_at", summary.createdAt());
        json.put("turn_count", summary.turnCount()).put("content", summary.content());
        form.set(json, "start_turn", summary.startTurn());
        form.set(json, "end_turn", summary.endTurn());
        form.set(json, "start_timestamp", summary.startTimestamp());
        form.set(json, "end_timestamp", summary.endTimestamp());
        return form.finish(json, summary.more());
    }
}
