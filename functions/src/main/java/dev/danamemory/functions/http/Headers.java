package dev.danamemory.functions.http;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The headers of a request, by their names in any case. */
public final class Headers {
    private final Map<String, String> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    Headers(@Nullable Map<String, String> values) {
        if (values != null) {
            this.values.putAll(values);
        }
    }

    /** The header's value, or null. */
    @Nullable
    String get(String name) {
        return values.get(name);
    }
}
