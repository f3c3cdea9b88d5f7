package dev.danamemory.blob;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.store.rules.StoredFields;
import java.time.Instant;
import java.util.Optional;

/**
 * What stays in the place of an erased head or list entry until the late sweep, without any content: it stops requests
 * that were on their way.
 *
 * @param birth of what was erased; a request that carries it must not bring it back
 * @param generation the last one of the id
 * @param swept whether everything else is gone
 * @param at when the erase began
 */
record Stub(String birth, long generation, boolean swept, Instant at) {
    private static final String MARK = "erased";

    byte[] bytes() {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        ObjectNode mark = file.putObject(MARK);
        mark.put("birth", birth);
        mark.put("generation", generation);
        mark.put("swept", swept);
        mark.put("at", at.toString());
        return JsonWriter.bytes(file);
    }

    /** Whether whatever was on its way when the erase began has come in. */
    boolean isOld(Instant now) {
        return !at.plus(Sweeps.SETTLED).isAfter(now);
    }

    Stub sweptNow() {
        return new Stub(birth, generation, true, at);
    }

    /** The stub, or nothing when the object is none: a head may have a key of that name, but never it alone. */
    static Optional<Stub> read(StoredFields file) {
        if (!file.hasOnly(MARK)) {
            return Optional.empty();
        }
        StoredFields mark = file.object(MARK);
        String at = mark.optionalText("at"); // stubs of before have none, and are old
        return Optional.of(new Stub(
                mark.text("birth"),
                mark.number("generation"),
                mark.flag("swept"),
                at == null ? Instant.EPOCH : Instant.parse(at)));
    }
}
