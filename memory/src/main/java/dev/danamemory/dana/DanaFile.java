package dev.danamemory.dana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as Dana's {@code ConversationMemory} writes it to a file. The last turn's number is {@code totalTurns}.
 *
 * @param conversationId as the file has it, or null
 * @param createdAt as written, or null
 * @param updatedAt as written, or null
 * @param turns in order, numbered without a gap
 * @param sessionCount what the file counted, or null
 * @param totalTurns number of the last turn; 0 without turns ever
 * @param agentId the file's {@code metadata.agent_id} where that is a well-formed id, or null
 * @param title the file's {@code metadata.title} where that is a title, or null
 * @param metadata all else in the file's {@code metadata} but our own bookkeeping
 * @param more keys beside those that Dana writes
 */
public record DanaFile(
        @Nullable String conversationId,
        @Nullable String createdAt,
        @Nullable String updatedAt,
        List<Turn> turns,
        List<Summary> summaries,
        @Nullable Long sessionCount,
        long totalTurns,
        @Nullable String agentId,
        @Nullable String title,
        ObjectNode metadata,
        Map<String, JsonNode> more) {
    public DanaFile {
        turns = List.copyOf(turns);
        summaries = List.copyOf(summaries);
    }
}
