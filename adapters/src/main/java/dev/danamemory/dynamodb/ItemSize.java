package dev.danamemory.dynamodb;

import dev.danamemory.model.Unicode;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Bytes of an item, as DynamoDB counts them (of numbers about so). */
final class ItemSize {
    private ItemSize() {}

    static long of(Item item) {
        long bytes = 0;
        for (Map.Entry<String, AttributeValue> attribute : item.values().entrySet()) {
            bytes += Unicode.utf8Length(attribute.getKey()) + of(attribute.getValue());
        }
        return bytes;
    }

    private static long of(AttributeValue value) {
        return switch (value.type()) {
            case S -> Unicode.utf8Length(value.s());
            case N -> value.n().length() / 2 + 2;
            case B -> value.b().asByteArrayUnsafe().length;
            default -> 1;
        };
    }
}
