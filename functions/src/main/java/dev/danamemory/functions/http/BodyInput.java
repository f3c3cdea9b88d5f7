package dev.danamemory.functions.http;

import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import org.jspecify.annotations.Nullable;

/**
 * Values from a body.
 *
 * @param faults where the fields note theirs
 */
public record BodyInput(Fields fields, Faults faults) implements Input {
    @Override
    public @Nullable String text(String name, int mostBytes) {
        return fields.text(name, mostBytes);
    }

    @Override
    public String requiredText(String name, int mostBytes) {
        return fields.requiredText(name, mostBytes);
    }

    @Override
    public @Nullable Integer whole(String name, int least, int most) {
        Long value = fields.whole(name, least, most);
        return value == null ? null : value.intValue();
    }

    @Override
    public @Nullable Boolean flag(String name) {
        return fields.flag(name);
    }

    @Override
    public void fault(String name, String problem) {
        fields.fault(name, problem);
    }

    @Override
    public void check() {
        faults.throwIfAny();
    }
}
