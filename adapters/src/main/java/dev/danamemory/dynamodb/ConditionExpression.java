package dev.danamemory.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A condition in DynamoDB's words. */
record ConditionExpression(String text, Map<String, String> names, Map<String, AttributeValue> values) {
    static ConditionExpression of(Condition condition) {
        List<String> terms = new ArrayList<>();
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        for (Map.Entry<String, AttributeValue> equal : condition.equal().entrySet()) {
            terms.add(named(equal.getKey(), names) + " = :" + equal.getKey());
            values.put(":" + equal.getKey(), equal.getValue());
        }
        for (String absent : condition.absent()) {
            terms.add("attribute_not_exists(" + named(absent, names) + ")");
        }
        for (Map.Entry<String, Long> atMost : condition.atMost().entrySet()) {
            terms.add(named(atMost.getKey(), names) + " <= :" + atMost.getKey());
            values.put(":" + atMost.getKey(), AttributeValue.fromN(Long.toString(atMost.getValue())));
        }
        return new ConditionExpression(String.join(" AND ", terms), names, values);
    }

    private static String named(String name, Map<String, String> names) {
        names.put("#" + name, name);
        return "#" + name;
    }
}
