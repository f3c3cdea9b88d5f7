package dev.danamemory.dynamodb;

import dev.danamemory.store.contract.StoredObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What tests do to items behind a store's back. */
final class Items {
    private static final String CONTENT = "c";

    private Items() {}

    /** The item with half of its content. */
    static Item cut(Item item) {
        byte[] whole = item.bytes(CONTENT);
        return with(
                item, CONTENT, AttributeValue.fromB(SdkBytes.fromByteArray(Arrays.copyOf(whole, whole.length / 2))));
    }

    /** The item with another value. */
    static Item with(Item item, String name, AttributeValue value) {
        Map<String, AttributeValue> values = new HashMap<>(item.values());
        values.put(name, value);
        return new Item(values);
    }

    /** All that an item says, unpacked. */
    static StoredObject shown(Item item) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (AttributeValue value : item.values().values()) {
            content.writeBytes(bytes(value));
            content.write('\n');
        }
        return new StoredObject(item.key().shown(), content.toByteArray());
    }

    private static byte[] bytes(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(StandardCharsets.UTF_8);
            case N -> value.n().getBytes(StandardCharsets.UTF_8);
            case B -> unpacked(value.b().asByteArray());
            default -> new byte[0];
        };
    }

    private static byte[] unpacked(byte[] packed) {
        try {
            return Packing.plain(packed);
        } catch (IllegalArgumentException damagedOrPart) {
            return packed;
        }
    }
}
