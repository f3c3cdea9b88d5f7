package dev.danamemory.context;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.List;

/** What stands in the messages without being said there, clearly marked. */
final class MemoryNotes {
    private MemoryNotes() {}

    /** The notes at the head of the first message, or nothing. */
    static String of(Selection shown, ContextRequest request, MemoryView view) {
        List<String> parts = new ArrayList<>();
        if (ContextText.hasInfo(view)) {
            parts.add(ContextText.info(shown.recent().size(), request, view));
        }
        if (!shown.summaries().isEmpty()) {
            StringBuilder summaries = new StringBuilder(ContextText.SUMMARIES);
            for (Summary summary : shown.summaries()) {
                summaries.append('\n').append(ContextText.line(summary));
            }
            parts.add(summaries.toString());
        }
        if (!shown.relevant().isEmpty()) {
            List<String> turns = new ArrayList<>();
            for (Turn turn : shown.relevant()) {
                turns.add(ContextText.lines(turn));
            }
            parts.add(ContextText.RELEVANT + "\n" + String.join("\n\n", turns));
        }
        if (request.taskType() != null) {
            parts.add(ContextText.taskType(request.taskType()));
        }
        return parts.isEmpty() ? "" : marked("from memory", String.join("\n\n", parts));
    }

    /** A note of that kind. Its marks get a number where the content has the same, so that no text can end its note. */
    static String marked(String kind, String content) {
        String numbered = kind;
        for (int i = 2; content.contains(begin(numbered)) || content.contains(end(numbered)); i++) {
            numbered = kind + " " + i;
        }
        return begin(numbered) + "\n" + content + "\n" + end(numbered);
    }

    private static String begin(String kind) {
        return "[Notes " + kind + "]";
    }

    private static String end(String kind) {
        return "[End of notes " + kind + "]";
    }
}
