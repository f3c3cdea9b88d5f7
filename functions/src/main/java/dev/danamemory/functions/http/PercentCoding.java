package dev.danamemory.functions.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Percent-encoding of UTF-8 (RFC 3986), strictly: a broken escape or bytes that are no UTF-8 decode to nothing. */
public final class PercentCoding {
    private static final int HEX = 16;
    private static final HexFormat DIGITS = HexFormat.of().withUpperCase();
    private static final String UNRESERVED = "-._~";

    private PercentCoding() {}

    /** The text as one segment of a path, as one value of a query or as a name behind {@code Bearer}. */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isUnreserved(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(DIGITS.toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
    }

    /** The decoded text, or nothing where it is not well-formed. */
    public static Optional<String> decode(String text) {
        if (text.indexOf('%') < 0) {
            return Optional.of(text);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int i = 0;
        while (i < text.length()) {
            int next = text.indexOf('%', i);
            if (next < 0) {
                next = text.length();
            }
            bytes.writeBytes(text.substring(i, next).getBytes(StandardCharsets.UTF_8));
            if (next < text.length()) {
                int value = escape(text, next);
                if (value < 0) {
                    return Optional.empty();
                }
                bytes.write(value);
                next += 3;
            }
            i = next;
        }
        return utf8(bytes.toByteArray());
    }

    /** The text that these bytes are in UTF-8, or nothing. */
    public static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    private static int escape(String text, int at) {
        if (at + 2 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(at + 1), HEX);
        int low = Character.digit(text.charAt(at + 2), HEX);
        return high < 0 || low < 0 ? -1 : high * HEX + low;
    }
}
