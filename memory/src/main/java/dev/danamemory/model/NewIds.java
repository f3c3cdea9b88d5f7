package dev.danamemory.model;

import java.util.OptionalLong;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes ids that nobody has had. A turn's id begins with the last number that was known when it was made, so that a
 * store finds the turn by reading forwards from there.
 */
public final class NewIds {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int NONCE_LENGTH = 16;
    private static final Pattern OWN_TURN_ID = Pattern.compile("([0-9]{1,18})-[0-9a-z]{16}");

    // RFC 9562: a random UUID says so
    private static final long VERSION_BITS = 0xF000L;
    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT_BITS = 0xC000_0000_0000_0000L;
    private static final long VARIANT_2 = 0x8000_0000_0000_0000L;

    private final RandomGenerator random;

    /** @param random not to be foreseen, so a {@code SecureRandom} outside of tests */
    public NewIds(RandomGenerator random) {
        this.random = random;
    }

    /** For a conversation: a random UUID. */
    public String conversation() {
        long high = (random.nextLong() & ~VERSION_BITS) | VERSION_4;
        long low = (random.nextLong() & ~VARIANT_BITS) | VARIANT_2;
        return new UUID(high, low).toString();
    }

    /** For a turn to be stored behind that number. */
    public String turn(long lastKnown) {
        return lastKnown + "-" + nonce();
    }

    /** For a summary. */
    public String summary() {
        return conversation();
    }

    /** 80 random bits in 16 characters. */
    public String nonce() {
        StringBuilder text = new StringBuilder(NONCE_LENGTH);
        for (int i = 0; i < NONCE_LENGTH; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    /** The number that an id made by {@link #turn} begins with; empty for any other id. */
    public static OptionalLong lastKnown(String turnId) {
        Matcher own = OWN_TURN_ID.matcher(turnId);
        return own.matches() ? OptionalLong.of(Long.parseLong(own.group(1))) : OptionalLong.empty();
    }
}
