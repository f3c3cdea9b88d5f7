package dev.danamemory.dynamodb;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item of the table, read as what it must be; anything else is damage and throws. */
record Item(Map<String, AttributeValue> values) {
    static final String PARTITION = "pk";
    static final String SORT = "sk";

    Item {
        values = Map.copyOf(values);
    }

    static Builder at(ItemKey key) {
        return new Builder().text(PARTITION, key.partition()).text(SORT, key.sort());
    }

    ItemKey key() {
        return new ItemKey(text(PARTITION), text(SORT));
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    @Nullable
    AttributeValue value(String name) {
        return values.get(name);
    }

    String text(String name) {
        String text = optionalText(name);
        if (text == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return text;
    }

    @Nullable
    String optionalText(String name) {
        AttributeValue value = values.get(name);
        return value == null ? null : value.s();
    }

    long number(String name) {
        Long number = optionalNumber(name);
        if (number == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return number;
    }

    @Nullable
    Long optionalNumber(String name) {
        AttributeValue value = values.get(name);
        return value == null || value.n() == null ? null : Long.valueOf(value.n());
    }

    byte[] bytes(String name) {
        AttributeValue value = values.get(name);
        if (value == null || value.b() == null) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value.b().asByteArray();
    }

    /** Makes an item; what is null is left out. */
    static final class Builder {
        private final Map<String, AttributeValue> values = new HashMap<>();

        Builder text(String name, @Nullable String text) {
            return text == null ? this : value(name, AttributeValue.fromS(text));
        }

        Builder number(String name, @Nullable Long number) {
            return number == null ? this : value(name, AttributeValue.fromN(Long.toString(number)));
        }

        Builder bytes(String name, byte[] bytes) {
            return value(name, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(bytes)));
        }

        Builder value(String name, AttributeValue value) {
            values.put(name, value);
            return this;
        }

        Item build() {
            return new Item(values);
        }
    }
}
