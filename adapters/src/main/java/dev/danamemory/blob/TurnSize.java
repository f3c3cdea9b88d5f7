package dev.danamemory.blob;

import dev.danamemory.dana.TurnJson;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Turn;

/** Bytes of a turn as it is stored. */
final class TurnSize {
    private TurnSize() {}

    static long of(Turn turn) {
        return JsonWriter.bytes(TurnJson.stored(turn)).length;
    }
}
