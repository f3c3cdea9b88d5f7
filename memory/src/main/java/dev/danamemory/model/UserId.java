package dev.danamemory.model;

import org.jspecify.annotations.Nullable;

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

    // written out here and in ConversationKey: what the compiler makes of a record is linked when it is first used,
    // which
    // costs a function's first turn several milliseconds
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof UserId user && value.equals(user.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    /** Whether the string can name a user. */
    public static boolean isValid(String value) {
        return !value.isEmpty() && Unicode.isWellFormed(value) && Unicode.codePoints(value) <= LONGEST;
    }
}
