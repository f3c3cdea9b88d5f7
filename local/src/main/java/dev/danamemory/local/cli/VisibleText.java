package dev.danamemory.local.cli;

/** Makes stored texts fit for a terminal, which would obey the control characters in them. */
final class VisibleText {
    private VisibleText() {}

    /** The text with every control character but line feed and tab spelled out, as in {@code \}{@code u001b}. */
    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        String lines = text.replace("\r\n", "\n");
        for (int i = 0; i < lines.length(); i++) {
            char c = lines.charAt(i);
            if (Character.isISOControl(c) && c != '\n' && c != '\t') {
                spell(c, visible);
            } else {
                visible.append(c);
            }
        }
        return visible.toString();
    }

    /** As {@link #of}, and on one line. */
    static String line(String text) {
        return of(text).replace('\n', ' ').replace('\t', ' ');
    }

    private static void spell(char c, StringBuilder out) {
        out.append("\\u").append(Character.forDigit(c >> 12, 16));
        out.append(Character.forDigit(c >> 8 & 15, 16));
        out.append(Character.forDigit(c >> 4 & 15, 16)).append(Character.forDigit(c & 15, 16));
    }
}
