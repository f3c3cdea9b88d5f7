package dev.danamemory.context;

import dev.danamemory.search.Graphemes;
import java.util.Locale;
import java.util.Optional;

/** A text whose middle can be left out. */
final class CutText {
    private static final int FIRST_STEP = 4 * 1024;

    private final String text;
    private final TokenCounter counter;
    private final CountedText counted;

    CutText(String text, TokenCounter counter) {
        this.text = text;
        this.counter = counter;
        this.counted = new CountedText(text, counter);
    }

    int tokens() {
        return counted.tokens();
    }

    /**
     * The text if it has at most so many tokens, else its beginning and its end with a note between them that says how
     * much is missing, in about so many; nothing when not even the note fits.
     */
    Optional<String> to(int most) {
        if (tokens() <= most) {
            return Optional.of(text);
        }
        int kept = most - counter.count(note(tokens()));
        if (kept < 0) {
            return Optional.empty();
        }
        int head = Graphemes.floor(text, headEnd(kept / 2));
        int tail = Graphemes.ceiling(text, tailStart(head, kept - kept / 2));
        String first = text.substring(0, head);
        String last = text.substring(Math.max(head, tail));
        int missing = Math.max(1, tokens() - counter.count(first) - counter.count(last));
        return Optional.of(first + note(missing) + last);
    }

    /** The shortest it can be cut to. */
    String least() {
        String note = note(tokens());
        return tokens() <= counter.count(note) ? text : note;
    }

    private static String note(int tokens) {
        return String.format(Locale.ROOT, "… [%,d tokens left out] …", tokens);
    }

    // the longest beginning with so many tokens: goes on in steps, halved when one is too long
    private int headEnd(int most) {
        int end = 0;
        int used = 0;
        for (int step = FIRST_STEP; step > 0 && end < text.length(); ) {
            int next = whole(Math.min(text.length(), end + step), 1);
            int tokens = counter.count(text.substring(end, next));
            if (used + tokens <= most) {
                used += tokens;
                end = next;
            } else {
                step /= 2;
            }
        }
        return end;
    }

    private int tailStart(int head, int most) {
        int start = text.length();
        int used = 0;
        for (int step = FIRST_STEP; step > 0 && start > head; ) {
            int next = whole(Math.max(head, start - step), -1);
            int tokens = counter.count(text.substring(next, start));
            if (used + tokens <= most) {
                used += tokens;
                start = next;
            } else {
                step /= 2;
            }
        }
        return start;
    }

    // moves out of the middle of a surrogate pair
    private int whole(int index, int direction) {
        boolean inside = index > 0
                && index < text.length()
                && Character.isLowSurrogate(text.charAt(index))
                && Character.isHighSurrogate(text.charAt(index - 1));
        return inside ? index + direction : index;
    }
}
