package dev.danamemory.context;

/**
 * A text whose tokens are counted chunk by chunk and each chunk once, so that a text which does not fit costs no more
 * than the room it was to fit into. Up to a chunk the count is exact, beyond that about right.
 */
final class CountedText {
    private static final int CHUNK = 8 * 1024;

    private final String text;
    private final TokenCounter counter;
    private int counted;
    private int tokens;

    CountedText(String text, TokenCounter counter) {
        this.text = text;
        this.counter = counter;
    }

    /** Whether it has at most so many tokens. */
    boolean fits(int room) {
        while (counted < text.length() && tokens <= room) {
            int end = end();
            tokens += counter.count(text.substring(counted, end));
            counted = end;
        }
        return tokens <= room;
    }

    /** Tokens of all of it. */
    int tokens() {
        fits(Integer.MAX_VALUE);
        return tokens;
    }

    // a chunk ends before a blank where there is one, for that is where tokens begin
    private int end() {
        int end = counted + CHUNK;
        if (end >= text.length()) {
            return text.length();
        }
        int blank = text.lastIndexOf(' ', end);
        if (blank > counted + CHUNK / 2) {
            return blank;
        }
        return Character.isLowSurrogate(text.charAt(end)) ? end + 1 : end;
    }
}
