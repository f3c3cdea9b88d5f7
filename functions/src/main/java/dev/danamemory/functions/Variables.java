package dev.danamemory.functions;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Environment variables; a blank one is none. */
record Variables(Map<String, String> environment) {
    Variables {
        environment = Map.copyOf(environment);
    }

    @Nullable
    String set(String name) {
        String value = environment.get(name);
        return value == null || value.isBlank() ? null : value;
    }

    String or(String name, String otherwise) {
        String value = set(name);
        return value == null ? otherwise : value;
    }

    /**
     * A variable that has to be set.
     *
     * @param meaning what it has to do, as it stands in the message
     */
    String needed(String name, String meaning) {
        String value = set(name);
        if (value == null) {
            throw new StartException(name + " has to " + meaning);
        }
        return value;
    }
}
