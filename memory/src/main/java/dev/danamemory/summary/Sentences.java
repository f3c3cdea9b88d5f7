package dev.danamemory.summary;

import dev.danamemory.model.Unicode;
import dev.danamemory.search.Graphemes;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Takes a text apart into sentences of any script, each one line of at most {@value #LONGEST} code points. Line breaks
 * end a sentence, too, but for those that only wrap it; a longer sentence, or a text of a script that ends none, is taken
 * apart where it pauses, and the cut ends are marked.
 */
final class Sentences {
    static final int LONGEST = 240;

    private static final String CUT = "…";
    // room for a mark at either end
    private static final int ROOM = LONGEST - 2;
    // full stops that end no sentence: of titles, and of ordinal numbers
    private static final Pattern GOES_ON =
            Pattern.compile("(?s)(?:.*[^\\p{L}\\p{N}])?(?:Mr|Mrs|Ms|Dr|Prof|St|No|Nr|Sr|Jr|vs|\\p{Nd}{1,2})\\.\\s*");
    private static final int LONGEST_TITLE = 8;
    private static final String PAUSES = ",;:)]–—、，；：）」";

    private final List<String> found = new ArrayList<>();

    private Sentences() {}

    static List<String> of(String text) {
        Sentences sentences = new Sentences();
        int start = 0;
        for (int at = 0; at < text.length(); at++) {
            if (isLineBreak(text.charAt(at)) && !goesOnBehind(text, at)) {
                sentences.addAll(text.substring(start, at));
                start = at + 1;
            }
        }
        sentences.addAll(text.substring(start));
        return sentences.found;
    }

    private static boolean isLineBreak(char c) {
        return switch (c) {
            case '\n', '\r', '\u000b', '\f', '\u0085', '\u2028', '\u2029' -> true;
            default -> false;
        };
    }

    // a line that begins with a small letter is the rest of the one before
    private static boolean goesOnBehind(String text, int lineBreak) {
        int next = lineBreak + 1;
        boolean isHalf = text.startsWith("\r\n", lineBreak);
        return isHalf || (next < text.length() && Character.isLowerCase(text.codePointAt(next)));
    }

    private void addAll(String paragraph) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(paragraph);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end - start > LONGEST || end == paragraph.length() || !goesOn(paragraph, end)) {
                add(OneLine.of(paragraph.substring(start, end)));
                start = end;
            }
        }
    }

    private static boolean goesOn(String paragraph, int end) {
        return GOES_ON.matcher(paragraph.substring(Math.max(0, end - LONGEST_TITLE), end))
                .matches();
    }

    private void add(String sentence) {
        if (sentence.isEmpty()) {
            return;
        }
        if (Unicode.codePoints(sentence) <= LONGEST) {
            found.add(sentence);
            return;
        }
        int start = 0;
        while (start < sentence.length()) {
            int end = pause(sentence, start);
            String part = sentence.substring(start, end).strip();
            found.add((start > 0 ? CUT : "") + part + (end < sentence.length() ? CUT : ""));
            start = end;
            while (start < sentence.length() && sentence.charAt(start) == ' ') {
                start++;
            }
        }
    }

    /** Where a part that begins there should end: behind the last pause that leaves it a fair length. */
    private static int pause(String text, int start) {
        int most = end(text, start, ROOM);
        if (most == text.length()) {
            return most;
        }
        int least = end(text, start, ROOM / 3);
        int blank = -1;
        for (int i = most; i > least; i--) {
            if (PAUSES.indexOf(text.charAt(i - 1)) >= 0) {
                return i;
            }
            if (blank < 0 && text.charAt(i - 1) == ' ') {
                blank = i;
            }
        }
        // only this part is looked at: a run of flags is looked at from its beginning
        int whole =
                blank < 0 ? start + Graphemes.floor(text.substring(start, end(text, most, 2)), most - start) : blank;
        return whole > start ? whole : most;
    }

    private static int end(String text, int start, int codePoints) {
        int chars = Math.min(text.length(), start + 2 * codePoints);
        int there = text.codePointCount(start, chars);
        return there <= codePoints && chars == text.length()
                ? text.length()
                : text.offsetByCodePoints(start, Math.min(codePoints, there));
    }
}
