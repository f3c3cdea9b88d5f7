package dev.danamemory.functions.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.model.MemorySettings;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The agents there are, without prompts, endpoints and whatever else a definition holds. */
public final class AgentsView {
    private AgentsView() {}

    /** The agents as JSON. */
    public static ObjectNode of(List<AgentDefinition> definitions) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode agents = json.putArray("agents");
        for (AgentDefinition definition : definitions) {
            ObjectNode agent = agents.addObject();
            agent.put("id", definition.id());
            agent.put("name", definition.name());
            agent.put("description", definition.description());
            agent.set("memory", of(definition.memory()));
        }
        return json;
    }

    private static ObjectNode of(MemorySettings settings) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("window", WrittenNumber.of(settings.window()));
        json.set("max_turns", WrittenNumber.of(settings.maxTurns()));
        json.set("relevant_turns", WrittenNumber.of(settings.relevantTurns()));
        json.set("token_budget", WrittenNumber.of(settings.tokenBudget()));
        json.put("include_summaries", settings.includeSummaries());
        json.set("summarize_every", WrittenNumber.of(settings.summarizeEvery()));
        json.put("summarizer", settings.summarizer());
        json.set("session_minutes", WrittenNumber.of(settings.sessionMinutes()));
        json.set("archive_after_days", days(settings.archiveAfterDays()));
        json.set("delete_after_days", days(settings.deleteAfterDays()));
        return json;
    }

    private static JsonNode days(@Nullable Double days) {
        return days == null
                ? JsonNodeFactory.instance.nullNode()
                : new WrittenNumber(
                        BigDecimal.valueOf(days).stripTrailingZeros().toPlainString());
    }
}
