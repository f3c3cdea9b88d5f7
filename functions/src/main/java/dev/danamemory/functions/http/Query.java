package dev.danamemory.functions.http;

import dev.danamemory.json.Faults;
import dev.danamemory.json.Place;
import dev.danamemory.model.Unicode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters behind the question mark. One that cannot be read as its type, or is given twice, ends the request with
 * 400; one that can be read and is out of range is a fault of a field.
 */
public final class Query implements Input {
    /** Digits of the longest number that is read; those of turns are far shorter. */
    public static final int LONGEST_WHOLE = 18;

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
    private static final int LONGEST_TEXT = 2 * 1024;

    private final Map<String, List<Optional<String>>> values;
    private final Faults faults = new Faults();

    private Query(Map<String, List<Optional<String>>> values) {
        this.values = values;
    }

    /**
     * Reads the query string as it was sent. API Gateway's own map is no substitute: it joins a parameter that is given
     * twice with a comma, which a value may hold too.
     */
    static Query of(@Nullable String raw) {
        Map<String, List<Optional<String>>> values = new HashMap<>();
        for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            Optional<String> known = decoded(name);
            if (known.isPresent()) {
                values.computeIfAbsent(known.get(), key -> new ArrayList<>()).add(decoded(value));
            }
        }
        return new Query(values);
    }

    private static Optional<String> decoded(String text) {
        return PercentCoding.decode(text.replace('+', ' '));
    }

    /** A text as it was sent; null when absent. */
    public @Nullable String text(String name) {
        List<Optional<String>> given = values.getOrDefault(name, List.of());
        if (given.isEmpty()) {
            return null;
        }
        if (given.size() > 1) {
            throw unreadable(name, "is given more than once; give it once");
        }
        return given.getFirst().orElseThrow(() -> unreadable(name, "is not percent-encoded UTF-8"));
    }

    /** What is read of a query string is bounded more narrowly than the same field in a body. */
    @Override
    public @Nullable String text(String name, int mostBytes) {
        String text = text(name);
        if (text != null && Unicode.utf8Length(text) > Math.min(LONGEST_TEXT, mostBytes)) {
            fault(name, "is over 2 KiB of UTF-8; POST takes longer ones in its body");
            return null;
        }
        return text;
    }

    @Override
    public String requiredText(String name, int mostBytes) {
        if (!values.containsKey(name)) {
            fault(name, "is required");
        }
        String text = text(name, mostBytes);
        return text == null ? "" : text;
    }

    /** A whole number in that range; null when absent. */
    public @Nullable Long number(String name, long least, long most) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw unreadable(name, "must be a whole number");
        }
        if (text.length() > LONGEST_WHOLE || Long.parseLong(text) < least || Long.parseLong(text) > most) {
            fault(name, "must be from " + least + " to " + most);
            return null;
        }
        return Long.valueOf(text);
    }

    @Override
    public @Nullable Integer whole(String name, int least, int most) {
        Long number = number(name, least, most);
        return number == null ? null : number.intValue();
    }

    @Override
    public @Nullable Boolean flag(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw unreadable(name, "must be true or false");
        };
    }

    @Override
    public void fault(String name, String problem) {
        faults.add(Place.root().field(name), problem);
    }

    @Override
    public void check() {
        faults.throwIfAny();
    }

    private static ProblemException unreadable(String name, String problem) {
        return new ProblemException(Problem.badRequest("the query parameter " + name + " " + problem));
    }
}
