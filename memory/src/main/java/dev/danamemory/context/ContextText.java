package dev.danamemory.context;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.List;

/** The text of a context, to the character as Dana's {@code ConversationMemory.build_llm_context} writes it. */
final class ContextText {
    static final String SUMMARIES = "Previous conversation summary:";
    static final String RELEVANT = "Relevant earlier conversation:";
    static final String RECENT = "Recent conversation:";

    private ContextText() {}

    static String of(Selection shown, ContextRequest request, MemoryView view) {
        List<String> lines = new ArrayList<>();
        if (hasInfo(view)) {
            lines.add("[" + info(shown.recent().size(), request, view) + "]");
        }
        summaries(shown.summaries(), lines);
        turns(RELEVANT, shown.relevant(), lines);
        turns(RECENT, shown.recent(), lines);
        return lines.isEmpty() ? query(request) : String.join("\n", lines) + "\n" + query(request);
    }

    /** The last lines, which are there always. */
    static String query(ContextRequest request) {
        String query = "Current user query: " + request.query();
        return request.taskType() == null ? query : taskType(request.taskType()) + "\n" + query;
    }

    static String taskType(String taskType) {
        return "Task type: " + taskType;
    }

    /** Whether there is more than the window shows, so that the text says how much. */
    static boolean hasInfo(MemoryView view) {
        return view.totalTurns() > view.window();
    }

    /** Dana names the number that was asked for; under a budget that would say nothing, so the number shown stands. */
    static String info(int shown, ContextRequest request, MemoryView view) {
        int recent = request.tokenBudget() == 0 ? request.maxTurns() : shown;
        return "Conversation info: Total " + view.totalTurns() + " turns, showing recent " + recent + " turns";
    }

    /** A turn's two lines. */
    static String lines(Turn turn) {
        String date = "[" + date(turn.timestamp()) + "]";
        return date + " User: " + turn.userInput() + "\n" + date + " Assistant: " + turn.agentResponse();
    }

    static String line(Summary summary) {
        return "- " + summary.content();
    }

    private static void summaries(List<Summary> summaries, List<String> lines) {
        if (!summaries.isEmpty()) {
            lines.add(SUMMARIES);
            for (Summary summary : summaries) {
                lines.add(line(summary));
            }
            lines.add("");
        }
    }

    private static void turns(String title, List<Turn> turns, List<String> lines) {
        if (!turns.isEmpty()) {
            lines.add(title);
            for (Turn turn : turns) {
                lines.add(lines(turn));
                lines.add("");
            }
        }
    }

    private static String date(String timestamp) {
        int time = timestamp.indexOf('T');
        return time < 0 ? timestamp : timestamp.substring(0, time);
    }
}
