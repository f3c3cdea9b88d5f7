package dev.danamemory.dynamodb;

import java.util.OptionalLong;

/**
 * Names of epochs: the generation at the start in {@value #WIDTH} characters, so that later epochs sort behind earlier
 * ones, and 8 random characters.
 */
final class Epoch {
    private static final int WIDTH = 9;
    private static final int RANDOM_LENGTH = 8;
    private static final int RADIX = 36;
    static final int LENGTH = WIDTH + RANDOM_LENGTH;

    private Epoch() {}

    static String of(long generation, String nonce) {
        return start(generation) + nonce.substring(0, RANDOM_LENGTH);
    }

    /** What the name of an epoch of that generation begins with. */
    static String start(long generation) {
        String digits = Long.toString(generation, RADIX);
        return "0".repeat(Math.max(0, WIDTH - digits.length())) + digits;
    }

    /** Its name where archives are named: the generation as people write it, and the random characters. */
    static String archived(String epoch) {
        return Long.parseLong(epoch, 0, WIDTH, RADIX) + "-" + epoch.substring(WIDTH);
    }

    /** The generation that an epoch, or a text that begins with one, started with. */
    static OptionalLong generation(String text) {
        if (text.length() < LENGTH) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text, 0, WIDTH, RADIX));
        } catch (NumberFormatException notOurs) {
            return OptionalLong.empty();
        }
    }
}
