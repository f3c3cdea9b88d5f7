package dev.danamemory.model;

/**
 * Who owns a conversation: any well-formed string of 1 to {@value #LONGEST} code points, compared code point by code
 * point (no normalisation: a token's subject is an opaque name).
 *
 * @param value the name as the token has it
 */
public record UserId(String value) {
    /** The longest name, in code points. */
    public static final int LONGEST = 256;

    public UserId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a user is a well-formed string of 1 to 256 code points");
        }
    }

    /** Whether the string can name a user. */
    public static boolean isValid(String value) {
        return !value.isEmpty() && Unicode.isWellFormed(value) && Unicode.codePoints(value) <= LONGEST;
    }
}
