package dev.danamemory.context;

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
            parts.add(ContextText.SUMMARIES
                    + "\n"
                    + String.join(
                            "\n",
                            shown.summaries().stream().map(ContextText::line).toList()));
        }
        if (!shown.relevant().isEmpty()) {
            parts.add(ContextText.RELEVANT
                    + "\n"
                    + String.join(
                            "\n\n",
                            shown.relevant().stream().map(ContextText::lines).toList()));
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
