package dev.danamemory.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text for an exact range of turns.
 *
 * @param turnCount how many turns it stands for
 * @param startTurn first turn's number; null in Dana's own summaries, which cover the turns inside their timestamps
 * @param endTurn last turn's number, or null likewise
 * @param more keys that an imported file had and this version does not know
 */
public record Summary(
        String summaryId,
        @Nullable String createdAt,
        String content,
        long turnCount,
        @Nullable Long startTurn,
        @Nullable Long endTurn,
        @Nullable String startTimestamp,
        @Nullable String endTimestamp,
        Map<String, JsonNode> more) {
    /** The same range in other words. */
    public Summary withContent(String newContent) {
        return new Summary(
                summaryId, createdAt, newContent, turnCount, startTurn, endTurn, startTimestamp, endTimestamp, more);
    }
}
