package dev.danamemory.blob;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of epochs: the generation at the start, and 8 random characters. */
final class Epoch {
    private static final int RANDOM_LENGTH = 8;
    private static final Pattern FORM = Pattern.compile("([0-9]{1,18})-[0-9a-z]{8}(?:[-/].*)?");

    private Epoch() {}

    static String of(long generation, String nonce) {
        return generation + "-" + nonce.substring(0, RANDOM_LENGTH);
    }

    /** The generation that an epoch, or a key's part that begins with one, started with. */
    static OptionalLong generation(String text) {
        Matcher epoch = FORM.matcher(text);
        return epoch.matches() ? OptionalLong.of(Long.parseLong(epoch.group(1))) : OptionalLong.empty();
    }
}
