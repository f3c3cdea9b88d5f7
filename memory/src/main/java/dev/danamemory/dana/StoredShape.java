package dev.danamemory.dana;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import dev.danamemory.json.Place;
import dev.danamemory.model.InvalidInputException;
import java.util.function.Function;

/** Reads what a store wrote: a fault in it is damage and not some caller's mistake. */
final class StoredShape {
    private StoredShape() {}

    static <T> T read(JsonNode stored, Function<Fields, T> reader) {
        Faults faults = new Faults();
        try {
            T value = Fields.ofStored(stored, Place.root(), faults).map(reader).orElse(null);
            faults.throwIfAny();
            if (value != null) {
                return value;
            }
        } catch (InvalidInputException damage) {
            throw new IllegalArgumentException(damage.getMessage(), damage);
        }
        throw new IllegalArgumentException("nothing was read");
    }
}
