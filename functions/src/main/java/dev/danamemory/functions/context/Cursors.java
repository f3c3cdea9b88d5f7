package dev.danamemory.functions.context;

import dev.danamemory.functions.http.PercentCoding;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.store.KeyedHash;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Makes opaque cursors of a store's positions. A keyed hash binds each to its user and filter: what is brought by
 * somebody else, with another filter, or changed on the way, is refused.
 */
public record Cursors(
        KeyedHash hash,
        UserId user,
        @Nullable String agentId,
        @Nullable ConversationStatus status) {
    private static final char SEPARATOR = '\n';
    // no agent has such an id
    private static final String EXPORT = "/me/export";

    /** Cursors of the export of all that is a user's. */
    public static Cursors ofExport(KeyedHash hash, UserId user) {
        return new Cursors(hash, user, EXPORT, null);
    }

    /** The cursor that names this position. */
    public String seal(String position) {
        String sealed = signature(position) + SEPARATOR + position;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The position that a cursor names.
     *
     * @throws ProblemException 400 when it was not made here, for this user and filter
     */
    public String open(String cursor) {
        String sealed = decoded(cursor);
        int end = sealed.indexOf(SEPARATOR);
        String position = sealed.substring(end + 1);
        if (end < 0 || !sealed.substring(0, end).equals(signature(position))) {
            throw bad();
        }
        return position;
    }

    private String signature(String position) {
        String filter = (agentId == null ? "" : agentId) + SEPARATOR + (status == null ? "" : status.wire());
        // none but the last part can hold a separator: ids and statuses have none, the user's length stands in front
        return hash.of("cursor" + SEPARATOR + user.value().length() + SEPARATOR + user.value() + SEPARATOR + filter
                + SEPARATOR + position);
    }

    private static String decoded(String cursor) {
        try {
            return PercentCoding.utf8(Base64.getUrlDecoder().decode(cursor)).orElseThrow(Cursors::bad);
        } catch (IllegalArgumentException notBase64) {
            throw bad();
        }
    }

    private static ProblemException bad() {
        return new ProblemException(Problem.badRequest(
                "the query parameter cursor must be a next_cursor of the same user and filter, as it was answered"));
    }
}
