package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.store.rules.StoredFields;
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

    /** Where a body lies that is in parts only. */
    ObjectNode reference() {
        return JsonNodeFactory.instance.objectNode().put("attempt", attempt).put("parts", parts);
    }

    static Body referred(JsonNode reference) {
        StoredFields fields = StoredFields.of(reference);
        return new Body(
                SdkBytes.fromByteArrayUnsafe(new byte[0]),
                fields.text("attempt"),
                Math.toIntExact(fields.number("parts")));
    }
}
