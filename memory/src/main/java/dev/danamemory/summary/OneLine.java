package dev.danamemory.summary;

/** Texts without line breaks. */
final class OneLine {
    private OneLine() {}

    /** The text with each run of white space and control characters as one blank, none at its ends. */
    static String of(CharSequence text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean isGap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isGap(c)) {
                isGap = true;
                continue;
            }
            if (isGap && !line.isEmpty()) {
                line.append(' ');
            }
            isGap = false;
            line.append(c);
        }
        return line.toString();
    }

    /** Code points of that line, without making it. */
    static int length(String text) {
        int length = 0;
        boolean isGap = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isGap(c)) {
                isGap = true;
            } else if (!Character.isLowSurrogate(c)) {
                length += isGap && length > 0 ? 2 : 1;
                isGap = false;
            }
        }
        return length;
    }

    // no surrogate is either
    private static boolean isGap(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }
}
