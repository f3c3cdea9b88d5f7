package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.StoredDataUnreadableException;
import java.io.ByteArrayOutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Writes and reads bodies. Parts are written before the item that names them, under a name of their own; parts that no
 * item names are swept with their epoch.
 */
class Bodies {
    // an item has 400 KB at most; the rest is for keys and small attributes
    static final int LARGEST_PIECE = 390 * 1024;
    private static final String CONTENT = "c";
    private static final int SHORT_NONCE = 8;
    private static final int READ_AT_ONCE = 10;

    private final Table table;
    private final NewIds ids;
    private final InstantSource clock;

    Bodies(Table table, NewIds ids, InstantSource clock) {
        this.table = table;
        this.ids = ids;
        this.clock = clock;
    }

    /** The body of an item to be, its parts not written yet. */
    Draft draft(JsonNode json) {
        byte[] packed = Packing.pack(json);
        int parts = (packed.length - 1) / LARGEST_PIECE;
        return drafted(packed, parts);
    }

    /** The same, all of it in parts. */
    Draft draftOfParts(JsonNode json) {
        byte[] packed = Packing.pack(json);
        return drafted(packed, (packed.length + LARGEST_PIECE - 1) / LARGEST_PIECE);
    }

    private Draft drafted(byte[] packed, int parts) {
        List<SdkBytes> pieces = new ArrayList<>(parts);
        for (int n = 0; n < parts; n++) {
            pieces.add(SdkBytes.fromByteArrayUnsafe(Packing.piece(packed, n, LARGEST_PIECE)));
        }
        byte[] own = Packing.piece(packed, parts, LARGEST_PIECE);
        // only the names of parts have to be found by nobody else
        String attempt = parts == 0 ? ids.nonce().substring(0, SHORT_NONCE) : ids.nonce();
        return new Draft(new Body(SdkBytes.fromByteArrayUnsafe(own), attempt, parts), pieces);
    }

    /** A body, and what its parts are to be. */
    record Draft(Body body, List<SdkBytes> pieces) {}

    /** Writes the parts of a body, those that are there already left as they are. They tell when, for what nobody names. */
    void writeParts(ConversationKey key, String epoch, Draft draft) {
        for (int n = 0; n < draft.pieces().size(); n++) {
            Item part = Item.at(Keys.part(key, epoch, draft.body().attempt(), n))
                    .number(Running.ACTIVE_AT, Micros.of(clock.instant()))
                    .bytes(CONTENT, draft.pieces().get(n).asByteArrayUnsafe())
                    .build();
            table.put(part, Condition.nothing());
        }
    }

    /**
     * What a body says.
     *
     * @param bytes of its JSON
     */
    record Read(JsonNode json, long bytes) {}

    /**
     * Reads a body.
     *
     * @param item that has it
     * @throws StoredDataUnreadableException when it is damaged; names the item
     * @throws MovedException when a part is not there
     */
    Read read(ConversationKey key, String epoch, ItemKey item, Body body) {
        byte[] packed = bytes(key, epoch, body);
        try {
            byte[] plain = Packing.plain(packed);
            return new Read(JsonReader.stored().read(plain), plain.length);
        } catch (RuntimeException damage) {
            throw Damage.of(item, damage);
        }
    }

    private byte[] bytes(ConversationKey key, String epoch, Body body) {
        if (body.parts() == 0) {
            return body.own().asByteArrayUnsafe();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        parts(body.places(key, epoch)).forEach(part -> bytes.writeBytes(part.bytes(CONTENT)));
        bytes.writeBytes(body.own().asByteArrayUnsafe());
        return bytes.toByteArray();
    }

    /** Deletes the parts of a body that no item names any more. */
    void deleteParts(ConversationKey key, String epoch, Body body) {
        Writes left = new Writes(body.places(key, epoch), List.of());
        while (left.size() > 0) {
            left = table.write(left);
        }
    }

    // in the order of the keys; the table may answer with some only, 16 MB at a time
    private List<Item> parts(List<ItemKey> keys) {
        Map<ItemKey, Item> found = new HashMap<>();
        for (int from = 0; from < keys.size(); from += READ_AT_ONCE) {
            List<ItemKey> wanted = new ArrayList<>(keys.subList(from, Math.min(keys.size(), from + READ_AT_ONCE)));
            while (!wanted.isEmpty()) {
                List<Item> items = table.getAll(wanted);
                items.forEach(item -> found.put(item.key(), item));
                if (!wanted.removeIf(found::containsKey)) {
                    throw new MovedException(wanted.getFirst());
                }
            }
        }
        return keys.stream().map(found::get).toList();
    }
}
