package dev.danamemory.dynamodb;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * Writes any name so that it can stand in a key between {@code #}s: control characters, {@code #} and {@code %} become
 * {@code %xx}, all else stays. Different names stay different.
 */
final class KeyText {
    private static final HexFormat HEX = HexFormat.of();
    private static final char DELETE = 0x7f;

    private KeyText() {}

    static String of(String name) {
        if (name.chars().noneMatch(KeyText::isEscaped)) {
            return name;
        }
        StringBuilder text = new StringBuilder();
        name.codePoints().forEach(point -> {
            if (isEscaped(point)) {
                for (byte b : Character.toString(point).getBytes(StandardCharsets.UTF_8)) {
                    text.append('%').append(HEX.toHexDigits(b));
                }
            } else {
                text.appendCodePoint(point);
            }
        });
        return text.toString();
    }

    private static boolean isEscaped(int point) {
        return point < ' ' || point == DELETE || point == '#' || point == '%';
    }
}
