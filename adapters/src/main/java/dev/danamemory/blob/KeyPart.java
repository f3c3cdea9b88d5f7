package dev.danamemory.blob;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Turns any name into a part of a key: {@code a-z 0-9 - _} stay, every other byte of its UTF-8 (capitals and dots too,
 * so that disks which ignore case and paths which go upwards do no harm) becomes {@code %xx}. A part that would be over
 * {@value #LONGEST} characters is its first {@value #KEPT}, {@code =} and the SHA-256 of the name's bytes in hex.
 */
final class KeyPart {
    private static final int LONGEST = 100;
    private static final int KEPT = 30;
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
        return part.length() <= LONGEST ? part.toString() : part.substring(0, KEPT) + "=" + sha256(bytes);
    }

    private static boolean isPlain(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '_';
    }

    static String sha256(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java runtime has SHA-256", e);
        }
    }
}
