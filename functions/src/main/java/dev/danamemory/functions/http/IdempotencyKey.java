package dev.danamemory.functions.http;

import dev.danamemory.chat.RequestKey;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.store.KeyedHash;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header by which a caller makes a request safe to send again. */
public final class IdempotencyKey {
    private static final String HEADER = "Idempotency-Key";
    private static final Pattern FORM = Pattern.compile("[\\x20-\\x7e]{1,255}");

    private IdempotencyKey() {}

    /**
     * The request's key, if it has one: scoped to method and full path, and told by keyed digests alone.
     *
     * @throws ProblemException 400 when it has another form than 1 to 255 printable ASCII characters
     */
    public static Optional<RequestKey> of(Request request, KeyedHash hash) {
        @Nullable String key = request.header(HEADER);
        if (key == null) {
            return Optional.empty();
        }
        if (!FORM.matcher(key).matches()) {
            throw new ProblemException(Problem.badRequest(HEADER + " has to be 1 to 255 printable ASCII characters"));
        }
        String name = hash.of(request.route().method() + " " + path(request) + "\n" + key);
        return Optional.of(new RequestKey(name, hash.of(CanonicalJson.digest(request.body()))));
    }

    private static String path(Request request) {
        String path = request.route().template();
        for (var parameter : request.pathParameters().entrySet()) {
            path = path.replace("{" + parameter.getKey() + "}", parameter.getValue());
        }
        return path;
    }
}
