package dev.danamemory.blob;

import dev.danamemory.model.Sha256;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Turns any name into a part of a key: {@code a-z 0-9 - _} stay, every other byte of its UTF-8 (capitals and dots too,
 * so that disks which ignore case and paths which go upwards do no harm) becomes {@code %xx}. A part that would be over
 * {@value #LONGEST} characters is its first {@value #KEPT}, {@code =} and the SHA-256 of the name's bytes in hex.
 */
final class KeyPart {
    private static final int LONGEST = 100;
    private static final int KEPT = 30;
    private static final Pattern WHOLE = Pattern.compile("(?:[a-z0-9_-]|%[0-9a-f]{2})*");
    private static final HexFormat HEX = HexFormat.of();

    private KeyPart() {}

    static String of(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        StringBuilder part = new StringBuilder();
        for (byte b : bytes) {
            if (isPlain(b)) {
                part.append((char) b);
            } else {
                part.append('%').append(HEX.toHexDigits(b));
            }
        }
        return part.length() <= LONGEST ? part.toString() : part.substring(0, KEPT) + "=" + Sha256.hex(bytes);
    }

    /** The name that a part was made of; null when it holds only its hash, or was not made here. */
    static @Nullable String name(String part) {
        if (!WHOLE.matcher(part).matches()) {
            return null;
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < part.length(); i++) {
            boolean isEncoded = part.charAt(i) == '%';
            bytes.write(isEncoded ? HexFormat.fromHexDigits(part, i + 1, i + 3) : part.charAt(i));
            i += isEncoded ? 2 : 0;
        }
        String name = bytes.toString(StandardCharsets.UTF_8);
        return of(name).equals(part) ? name : null;
    }

    private static boolean isPlain(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
    }
}
