package dev.danamemory.dynamodb;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What must hold of the item that stands where another is to be written. Without a condition nothing is written: a
 * request may be delivered late, or once more.
 *
 * @param equal attributes that are there with that value
 * @param absent attributes that are not there
 * @param atMost numbers that are there and not greater
 */
record Condition(Map<String, AttributeValue> equal, Set<String> absent, Map<String, Long> atMost) {
    Condition {
        equal = Map.copyOf(equal);
        absent = Set.copyOf(absent);
        atMost = Map.copyOf(atMost);
    }

    /** Nothing stands there. */
    static Condition nothing() {
        return new Condition(Map.of(), Set.of(Item.PARTITION), Map.of());
    }

    /** These attributes are what they were, absent ones included. */
    static Condition same(Item there, String... names) {
        Map<String, AttributeValue> equal = new HashMap<>();
        Set<String> absent = new HashSet<>();
        // what is gone altogether is not the same
        equal.put(Item.PARTITION, AttributeValue.fromS(there.text(Item.PARTITION)));
        for (String name : names) {
            AttributeValue value = there.value(name);
            if (value == null) {
                absent.add(name);
            } else {
                equal.put(name, value);
            }
        }
        return new Condition(equal, absent, Map.of());
    }
}
