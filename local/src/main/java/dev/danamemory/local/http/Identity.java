package dev.danamemory.local.http;

import dev.danamemory.functions.http.PercentCoding;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.model.UserId;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who asks, by the local runner's rule: {@code Authorization: Bearer NAME} is user NAME. */
final class Identity {
    /** Who asks when nobody is named. */
    static final UserId NOBODY_NAMED = new UserId("local");

    // what a percent-encoded name can hold: visible ASCII
    private static final Pattern BEARER = Pattern.compile("[Bb][Ee][Aa][Rr][Ee][Rr] +([\\x21-\\x7e]+) *");

    private Identity() {}

    static Problem unauthorized() {
        return Problem.unauthorized(
                        "send one header \"Authorization: Bearer NAME\", the name percent-encoded and of 1 to"
                                + " 256 code points, or none to be the user local")
                .withHeader("WWW-Authenticate", "Bearer");
    }

    /**
     * The user, or nothing when the header has any other form.
     *
     * @param authorization the values of all headers of that name
     */
    static Optional<UserId> of(List<String> authorization) {
        if (authorization.isEmpty()) {
            return Optional.of(NOBODY_NAMED);
        }
        Matcher bearer = BEARER.matcher(authorization.getFirst());
        if (authorization.size() > 1 || !bearer.matches()) {
            return Optional.empty();
        }
        return PercentCoding.decode(bearer.group(1)).filter(UserId::isValid).map(UserId::new);
    }
}
