package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.rules.StoredFields;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;

/**
 * Packed JSON where it is kept: its end in the item itself, what does not fit there in parts before it.
 *
 * @param own the bytes in the item; in front of them come those of the parts
 * @param attempt names the parts, which nobody else writes
 * @param parts how many there are, 0 mostly
 */
record Body(SdkBytes own, String attempt, int parts) {
    private static final String CONTENT = "c";
    private static final String PARTS = "p";
    static final String ATTEMPT = "w";
    private static final String REPLACED = "o-";
    private static final SdkBytes NOTHING = SdkBytes.fromByteArrayUnsafe(new byte[0]);

    Item.Builder in(Item.Builder item) {
        return item.bytes(CONTENT, own.asByteArrayUnsafe())
                .text(ATTEMPT, attempt)
                .number(PARTS, parts == 0 ? null : (long) parts);
    }

    static Body of(Item item) {
        Long parts = item.optionalNumber(PARTS);
        return new Body(
                SdkBytes.fromByteArrayUnsafe(item.bytes(CONTENT)),
                item.text(ATTEMPT),
                parts == null ? 0 : Math.toIntExact(parts));
    }

    /** The item that has this body instead of another: it names the other's parts, so that they can be found again. */
    Item replacing(Item before, Item item) {
        Body old = of(before);
        Item.Builder changed = new Item.Builder();
        item.values().forEach(changed::value);
        before.values().forEach((name, value) -> {
            if (name.startsWith(REPLACED)) {
                changed.value(name, value);
            }
        });
        if (old.parts() > 0) {
            changed.number(REPLACED + old.attempt(), (long) old.parts());
        }
        return changed.build();
    }

    /** Bodies that an item had before, of which parts may be left. */
    static List<Body> replaced(Item item) {
        List<Body> bodies = new ArrayList<>();
        for (String name : item.values().keySet()) {
            if (name.startsWith(REPLACED)) {
                String attempt = name.substring(REPLACED.length());
                bodies.add(new Body(NOTHING, attempt, Math.toIntExact(item.number(name))));
            }
        }
        return bodies;
    }

    /** Where its parts are. */
    List<ItemKey> places(ConversationKey key, String epoch) {
        return IntStream.range(0, parts)
                .mapToObj(n -> Keys.part(key, epoch, attempt, n))
                .toList();
    }

    /** Where a body lies that is in parts only. */
    ObjectNode reference() {
        return JsonNodeFactory.instance.objectNode().put("attempt", attempt).put("parts", parts);
    }

    static Body referred(JsonNode reference) {
        StoredFields fields = StoredFields.of(reference);
        return new Body(NOTHING, fields.text("attempt"), Math.toIntExact(fields.number("parts")));
    }
}
