package dev.danamemory.dynamodb;

import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What may happen to an item. */
enum Broken {
    CUT,
    EMPTIED,
    WITHOUT_CONTENT,
    ANOTHER_TYPE,
    NO_JSON,
    STRANGE_KIND;

    Item of(Item item) {
        return switch (this) {
            case CUT -> Items.cut(item);
            case EMPTIED -> without(item, name -> name.equals("pk") || name.equals("sk"));
            case WITHOUT_CONTENT -> without(item, name -> !name.equals("c"));
            case ANOTHER_TYPE -> Items.with(item, "c", AttributeValue.fromS("text"));
            case NO_JSON -> Items.with(item, "c", AttributeValue.fromB(SdkBytes.fromUtf8String("{\"a\":")));
            case STRANGE_KIND -> Items.with(item, "k", AttributeValue.fromS("?"));
        };
    }

    private static Item without(Item item, Predicate<String> kept) {
        Item.Builder left = new Item.Builder();
        item.values().forEach((name, value) -> {
            if (kept.test(name)) {
                left.value(name, value);
            }
        });
        return left.build();
    }
}
