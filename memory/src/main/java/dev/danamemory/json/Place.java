package dev.danamemory.json;

import dev.danamemory.model.Unicode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a value stands, as callers are told it: {@code history[3].metadata.score}. A key that is no simple name is
 * quoted ({@code metadata["a b"]}) and cut at {@value #LONGEST_KEY} code points. Spelled out only when asked.
 */
public final class Place {
    private static final int LONGEST_KEY = 64;
    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]{0,63}");
    private static final Place ROOT = new Place(null, "", -1);

    private final @Nullable Place parent;
    private final String key;
    private final int index;

    private Place(@Nullable Place parent, String key, int index) {
        this.parent = parent;
        this.key = key;
        this.index = index;
    }

    /** The whole body; its text is empty. */
    public static Place root() {
        return ROOT;
    }

    /** The value under a key of the object here. */
    public Place field(String name) {
        return new Place(this, name, -1);
    }

    /** A value of the array here; the first is 0. */
    public Place item(int number) {
        return new Place(this, "", number);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        append(text);
        return text.toString();
    }

    private void append(StringBuilder text) {
        if (parent == null) {
            return;
        }
        parent.append(text);
        if (index >= 0) {
            text.append('[').append(index).append(']');
        } else if (SIMPLE.matcher(key).matches()) {
            text.append(text.isEmpty() ? "" : ".").append(key);
        } else {
            text.append("[\"").append(quotable(key)).append("\"]");
        }
    }

    // a key may hold anything; the place must be printable and well-formed all the same
    private static String quotable(String key) {
        StringBuilder quotable = new StringBuilder();
        Unicode.cut(key, LONGEST_KEY).codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quotable.append('\\').append((char) c);
            } else if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
                quotable.append("\\u%04x".formatted(c));
            } else {
                quotable.appendCodePoint(c);
            }
        });
        return quotable.append(Unicode.codePoints(key) > LONGEST_KEY ? "…" : "").toString();
    }
}
