package dev.danamemory.search;

import dev.danamemory.model.Turn;
import dev.danamemory.model.Unicode;

/** Cuts out of a turn what shows why it was found. */
final class Snippets {
    /** Code points of the longest snippet. */
    static final int LONGEST = 160;

    private static final int LEAD = 50;
    private static final String CUT = "…";

    private final Needle needle;
    private final QueryWords words;

    Snippets(Needle needle, QueryWords words) {
        this.needle = needle;
        this.words = words;
    }

    /** The text around the first substring match, else around the first word that matches; input before response. */
    String of(Turn turn) {
        Folded input = Folded.of(turn.userInput());
        Folded response = Folded.of(turn.agentResponse());
        int inInput = needle.in(input.text());
        if (inInput >= 0) {
            return around(turn.userInput(), input, inInput, inInput + needle.length());
        }
        int inResponse = needle.in(response.text());
        if (inResponse >= 0) {
            return around(turn.agentResponse(), response, inResponse, inResponse + needle.length());
        }
        int[] word = words.firstIn(input.text());
        if (word.length > 0) {
            return around(turn.userInput(), input, word[0], word[1]);
        }
        word = words.firstIn(response.text());
        return around(turn.agentResponse(), response, word[0], word[1]);
    }

    private static String around(String text, Folded folded, int start, int end) {
        return around(text, folded.originalStart(start), folded.originalEnd(end));
    }

    /** At most {@value #LONGEST} code points of the text, its cut ends marked, with as much of the match as fits. */
    static String around(String text, int matchStart, int matchEnd) {
        if (Unicode.codePoints(text) <= LONGEST) {
            return text;
        }
        int matched = text.codePointCount(matchStart, matchEnd);
        int lead = Math.max(0, Math.min(LEAD, LONGEST - 2 - matched));
        int from = Graphemes.ceiling(text, back(text, matchStart, lead));
        if (from > matchStart) {
            from = Graphemes.floor(text, matchStart);
        }
        // a match near the end leaves room for more before it
        int shortest = back(text, text.length(), LONGEST - 1);
        if (from > shortest) {
            from = Graphemes.ceiling(text, shortest);
        }
        int room = LONGEST - (from > 0 ? 1 : 0);
        int to = ahead(text, from, room);
        if (to < text.length()) {
            int cut = Graphemes.floor(text, ahead(text, from, room - 1));
            // one grapheme longer than a snippet has to be cut all the same
            to = cut > from ? cut : ahead(text, from, room - 1);
        }
        return (from > 0 ? CUT : "") + text.substring(from, to) + (to < text.length() ? CUT : "");
    }

    private static int back(String text, int index, int codePoints) {
        int there = text.codePointCount(0, index);
        return text.offsetByCodePoints(index, -Math.min(codePoints, there));
    }

    private static int ahead(String text, int index, int codePoints) {
        int left = text.codePointCount(index, text.length());
        return text.offsetByCodePoints(index, Math.min(codePoints, left));
    }
}
