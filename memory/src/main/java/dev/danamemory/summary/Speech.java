package dev.danamemory.summary;

import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.List;

/**
 * What one side said in a turn.
 *
 * @param date of the turn's timestamp, as written
 * @param length in code points, with white space joined; above 0
 */
record Speech(Speaker speaker, String date, String text, int length) {
    /** Who. */
    enum Speaker {
        USER("User: "),
        ASSISTANT("Assistant: ");

        private final String label;

        Speaker(String label) {
            this.label = label;
        }

        String label() {
            return label;
        }
    }

    /** All that is said in turns that are complete, in order. */
    static List<Speech> of(List<Turn> turns) {
        List<Speech> speeches = new ArrayList<>();
        for (Turn turn : turns) {
            if (turn.isComplete()) {
                add(speeches, Speaker.USER, turn.timestamp(), turn.userInput());
                add(speeches, Speaker.ASSISTANT, turn.timestamp(), turn.agentResponse());
            }
        }
        return speeches;
    }

    private static void add(List<Speech> speeches, Speaker speaker, String timestamp, String text) {
        int length = OneLine.length(text);
        if (length > 0) {
            int time = timestamp.indexOf('T');
            speeches.add(new Speech(speaker, time < 0 ? timestamp : timestamp.substring(0, time), text, length));
        }
    }

    /** What is read of it: all, or where that is too much its beginning and its end. */
    List<String> read(Allowance allowance) {
        return allowance.allows(text.length()) ? List.of(text) : List.of(allowance.head(text), allowance.tail(text));
    }
}
