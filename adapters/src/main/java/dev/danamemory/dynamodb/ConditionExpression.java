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
        condition.equal().forEach((name, value) -> {
            terms.add(named(name, names) + " = :" + name);
            values.put(":" + name, value);
        });
        condition.absent().forEach(name -> terms.add("attribute_not_exists(" + named(name, names) + ")"));
        condition.atMost().forEach((name, number) -> {
            terms.add(named(name, names) + " <= :" + name);
            values.put(":" + name, AttributeValue.fromN(Long.toString(number)));
        });
        return new ConditionExpression(String.join(" AND ", terms), names, values);
    }

    private static String named(String name, Map<String, String> names) {
        names.put("#" + name, name);
        return "#" + name;
    }
}
