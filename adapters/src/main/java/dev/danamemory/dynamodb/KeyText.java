package dev.danamemory.dynamodb;

import java.util.HexFormat;

/**
 * Writes any name so that it can stand in a key between {@code #}s: control characters, {@code #} and {@code %} become
 * {@code %xx}, all else stays. Different names stay different.
 */
final class KeyText {
    private static final HexFormat HEX = HexFormat.of();
    private static final int DIGITS = 2;
    private static final char DELETE = 0x7f;

    private KeyText() {}

    static String of(String name) {
        StringBuilder text = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isEscaped(c)) {
                text.append('%').append(HEX.toHexDigits((byte) c));
            } else {
                text.append(c);
            }
        }
        return text.toString();
    }

    /** The name that was written so. */
    static String read(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            // what is escaped is ASCII
            boolean isEscape = text.charAt(i) == '%';
            name.append(isEscape ? (char) HexFormat.fromHexDigits(text, i + 1, i + 1 + DIGITS) : text.charAt(i));
            i += isEscape ? DIGITS : 0;
        }
        return name.toString();
    }

    // all of ASCII, so a byte each, and no half of a surrogate pair
    private static boolean isEscaped(char c) {
        return c < ' ' || c == DELETE || c == '#' || c == '%';
    }
}
