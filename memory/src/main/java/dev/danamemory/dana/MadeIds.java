package dev.danamemory.dana;

import dev.danamemory.model.Sha256;
import java.util.Set;

/** Ids for what a file left without one: the same file always gets the same, and none that stands in the file. */
final class MadeIds {
    private static final int DIGEST_DIGITS = 32;

    private final String conversationId;
    private final Set<String> taken;

    /** @param taken the ids in the file */
    MadeIds(String conversationId, Set<String> taken) {
        this.conversationId = conversationId;
        this.taken = taken;
    }

    /** {@code t-} and 32 hexadecimal digits. */
    String turn(long number) {
        return free("t-", number);
    }

    /** {@code s-} and 32 hexadecimal digits. */
    String summary(int index) {
        return free("s-", index);
    }

    private String free(String prefix, long number) {
        String name = prefix + conversationId + "/" + number;
        String id = prefix + digest(name);
        while (taken.contains(id)) {
            name += "'";
            id = prefix + digest(name);
        }
        return id;
    }

    private static String digest(String name) {
        return Sha256.hex(name).substring(0, DIGEST_DIGITS);
    }
}
