package dev.danamemory.functions.view;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.chat.Agents;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.ConversationStatistics;
import dev.danamemory.store.ConversationStore;

/** A conversation's statistics. The store is asked for the window's ends where the load did not bring them. */
public record StatisticsView(ConversationStore store, Agents agents) {
    /** The statistics as JSON. */
    public ObjectNode of(Conversation conversation) {
        ConversationHeader header = conversation.header();
        ConversationStatistics statistics = ConversationStatistics.of(
                conversation,
                store.newest(conversation, agents.settingsOf(header.agentId()).window()));
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("conversation_id", header.key().conversationId());
        json.put("agent_id", header.agentId());
        json.put("title", header.shownTitle());
        json.put("status", header.status().wire());
        json.set("generation", WrittenNumber.of(header.generation()));
        json.set("total_turns", WrittenNumber.of(statistics.totalTurns()));
        json.set("total_messages", WrittenNumber.of(statistics.totalTurns()));
        json.set("active_turns", WrittenNumber.of(statistics.activeTurns()));
        json.set("summary_count", WrittenNumber.of(header.summaryCount()));
        json.set("session_count", WrittenNumber.of(header.sessionCount()));
        json.put("created_at", header.createdAt());
        json.put("updated_at", header.updatedAt());
        json.put("oldest_turn", statistics.oldestTurn());
        json.put("newest_turn", statistics.newestTurn());
        json.set("metadata", header.metadata());
        return json;
    }
}
