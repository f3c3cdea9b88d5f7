package dev.danamemory.store.reference;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.reference.Value.Head;
import java.util.List;
import java.util.Map;

/** Makes Dana files. */
final class Export {
    private Export() {}

    static DanaFile file(Head head, List<Turn> turns, List<Summary> summaries) {
        ConversationHeader header = head.header();
        DanaFile origin = head.file();
        return new DanaFile(
                header.key().conversationId(),
                header.createdAt(),
                header.updatedAt(),
                turns,
                summaries,
                header.sessionCount(),
                header.lastTurn(),
                header.agentId(),
                header.title(),
                origin == null ? JsonNodeFactory.instance.objectNode() : origin.metadata(),
                origin == null ? Map.of() : origin.more());
    }

    static DanaFile withoutHistory(DanaFile file) {
        return new DanaFile(
                file.conversationId(),
                file.createdAt(),
                file.updatedAt(),
                List.of(),
                List.of(),
                file.sessionCount(),
                file.totalTurns(),
                file.agentId(),
                file.title(),
                file.metadata(),
                file.more());
    }
}
