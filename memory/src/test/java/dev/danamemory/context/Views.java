package dev.danamemory.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.model.Step;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.search.SampleTurns;
import dev.danamemory.search.SeededTexts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Views and requests for tests. */
final class Views {
    private Views() {}

    /** The turns as a window of 20, and summaries of these contents. */
    static MemoryView view(List<Turn> turns, String... summaries) {
        return view(turns.isEmpty() ? 0 : turns.getLast().turnNumber(), 20, turns, summaries);
    }

    static MemoryView view(long total, int window, List<Turn> turns, String... summaries) {
        List<Summary> made = new ArrayList<>();
        for (String content : summaries) {
            made.add(new Summary("s-" + made.size(), null, content, 1, null, null, null, null, Map.of()));
        }
        return new MemoryView(total, window, turns, made);
    }

    static ContextRequest request(String query, int maxTurns, int relevantTurns, int budget) {
        return new ContextRequest(query, maxTurns, relevantTurns, true, budget, null, false);
    }

    static ContextRequest withSteps(ContextRequest request) {
        return new ContextRequest(
                request.query(),
                request.maxTurns(),
                request.relevantTurns(),
                request.includeSummaries(),
                request.tokenBudget(),
                request.taskType(),
                true);
    }

    static JsonNode text(String text) {
        return JsonNodeFactory.instance.textNode(text);
    }

    static Step.ToolCall call(String id) {
        return new Step.ToolCall(
                id, "look_up", JsonNodeFactory.instance.objectNode().put("of", id), Map.of());
    }

    static Step.ToolResult result(String id, String content) {
        return new Step.ToolResult(id, text(content), false, Map.of());
    }

    static Step.Message message(String role, String content) {
        return new Step.Message(role, content, Map.of());
    }

    /** Some turns, most of them complete, some with steps in any order, and up to four summaries. */
    static MemoryView random(SeededTexts texts) {
        List<Turn> turns = new ArrayList<>();
        int window = 1 + texts.below(20);
        long first = 1L + texts.below(30);
        int count = texts.below(window + 1);
        for (long number = first; number < first + count; number++) {
            TurnStatus status = texts.below(6) == 0 ? TurnStatus.FAILED : TurnStatus.COMPLETE;
            turns.add(SampleTurns.turn(number, texts.side(), texts.side(), status, steps(texts)));
        }
        String[] summaries = new String[texts.below(5)];
        for (int i = 0; i < summaries.length; i++) {
            summaries[i] = texts.text(60);
        }
        return view(first + count - 1, window, turns, summaries);
    }

    static ContextRequest randomRequest(SeededTexts texts, int budget) {
        return new ContextRequest(
                texts.text(8),
                texts.below(12),
                texts.below(6),
                texts.below(4) > 0,
                budget,
                texts.below(3) == 0 ? "planning" : null,
                texts.below(3) == 0);
    }

    static List<Step> steps(SeededTexts texts) {
        List<Step> steps = new ArrayList<>();
        for (int i = texts.below(3) == 0 ? texts.below(6) : 0; i > 0; i--) {
            String id = texts.pick(List.of("a", "b", "c", ""));
            steps.add(
                    switch (texts.below(3)) {
                        case 0 -> call(id);
                        case 1 -> result(id, texts.text(10));
                        default -> message(texts.pick(List.of("user", "assistant", "system", "tool")), texts.text(10));
                    });
        }
        return steps;
    }
}
