package dev.danamemory.agents.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.Unicode;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a definition says besides what all kinds have. No record, for a record would tell the key to whoever prints it. */
final class Options {
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    // what a header can carry
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]+");
    private static final String KEY_ENV = "api_key_env";
    private static final String KEY_SECRET = "api_key_secret";

    private final Endpoint endpoint;
    private final String model;
    private final Optional<String> key;

    private Options(Endpoint endpoint, String model, Optional<String> key) {
        this.endpoint = endpoint;
        this.model = model;
        this.key = key;
    }

    /** @throws InvalidInputException when a key is missing, unknown or wrong; no message quotes a value */
    static Options read(
            ObjectNode options,
            Function<String, Optional<String>> environment,
            Function<String, Optional<String>> secrets) {
        ObjectNode left = options.deepCopy();
        Endpoint endpoint = Endpoint.of(required(left, "endpoint"));
        String model = required(left, "model");
        String variable = text(left, KEY_ENV);
        String secret = text(left, KEY_SECRET);
        Iterator<String> others = left.fieldNames();
        if (others.hasNext()) {
            throw new InvalidInputException(others.next(), "is not known to agents of kind " + OpenAiAgentKind.NAME);
        }
        return new Options(endpoint, model, key(variable, secret, environment, secrets));
    }

    private static String required(ObjectNode left, String name) {
        String value = text(left, name);
        if (value == null) {
            throw new InvalidInputException(
                    name, "is missing; agents of kind " + OpenAiAgentKind.NAME + " must have one");
        }
        return value;
    }

    private static @Nullable String text(ObjectNode left, String name) {
        JsonNode value = left.remove(name);
        if (value == null || value.isNull()) {
            return null;
        }
        String text = value.textValue();
        if (text == null || text.isBlank() || !Unicode.isWellFormed(text)) {
            throw new InvalidInputException(name, "must be a text that is not blank");
        }
        return text;
    }

    private static Optional<String> key(
            @Nullable String variable,
            @Nullable String secret,
            Function<String, Optional<String>> environment,
            Function<String, Optional<String>> secrets) {
        if (variable != null && secret != null) {
            throw new InvalidInputException(KEY_SECRET, "stands beside " + KEY_ENV + "; there must be one of them");
        }
        if (variable != null) {
            requireName(variable);
            return Optional.of(present(KEY_ENV, "an environment variable", environment.apply(variable)));
        }
        return secret == null ? Optional.empty() : Optional.of(present(KEY_SECRET, "a secret", secrets.apply(secret)));
    }

    // most often it is the key itself that stands here by mistake, so it must not be quoted
    private static void requireName(String variable) {
        if (!VARIABLE.matcher(variable).matches()) {
            throw new InvalidInputException(
                    KEY_ENV, "must be the name of an environment variable that holds the key, not the key");
        }
    }

    private static String present(String field, String place, Optional<String> value) {
        String key = value.map(String::strip).orElse("");
        if (key.isEmpty()) {
            throw new InvalidInputException(
                    field, "names " + place + " that is not there or empty; it must hold the key");
        }
        if (!KEY.matcher(key).matches()) {
            throw new InvalidInputException(
                    field, "names " + place + " that holds no key: a key must be printable ASCII without blanks");
        }
        return key;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    String model() {
        return model;
    }

    /** What the header {@code Authorization} says; nothing without a key. */
    Optional<String> authorization() {
        return key.map("Bearer "::concat);
    }
}
