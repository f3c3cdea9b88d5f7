package dev.danamemory.functions;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/** Holds a value against a schema, by as much of JSON Schema as {@code openapi.yaml} uses; anything else is an error. */
final class Schema {
    private static final Set<String> NOTES = Set.of("description", "default", "example");

    private final List<String> faults = new ArrayList<>();

    private Schema() {}

    /** What is wrong with the value; nothing when it is as the schema says. */
    static List<String> faults(JsonNode value, Yaml schema) {
        Schema check = new Schema();
        check.check("", value, schema);
        return check.faults;
    }

    private void check(String place, JsonNode value, Yaml schema) {
        for (String keyword : schema.keys()) {
            if (!NOTES.contains(keyword)) {
                check(place, value, keyword, schema.at(keyword), schema);
            }
        }
    }

    private void check(String place, JsonNode value, String keyword, Yaml of, Yaml schema) {
        switch (keyword) {
            case "$ref" -> check(place, value, OpenApi.resolved(schema));
            case "allOf" -> of.items().forEach(one -> check(place, value, one));
            case "oneOf" ->
                require(
                        place,
                        "is one of",
                        of.items().stream()
                                        .filter(one -> faults(value, one).isEmpty())
                                        .count()
                                == 1);
            case "type" -> require(place, "is " + of.text(), of.texts().stream().anyMatch(type -> is(type, value)));
            case "enum" ->
                require(place, "is in " + of.text(), of.items().stream().anyMatch(one -> equal(one, value)));
            case "const" -> require(place, "is " + of.text(), equal(of, value));
            case "properties" ->
                of.each((name, one) -> {
                    if (value.has(name)) {
                        check(place + "/" + name, value.get(name), one);
                    }
                });
            case "required" ->
                of.texts().forEach(name -> require(place, "has " + name, !value.isObject() || value.has(name)));
            case "items" -> {
                for (int i = 0; value.isArray() && i < value.size(); i++) {
                    check(place + "/" + i, value.get(i), of);
                }
            }
            default -> checkSize(place, value, keyword, of.text());
        }
    }

    private void checkSize(String place, JsonNode value, String keyword, String limit) {
        boolean isFine = switch (keyword) {
            case "pattern" ->
                !value.isTextual()
                        || Pattern.compile(limit).matcher(value.textValue()).find();
            case "minLength" -> !value.isTextual() || length(value) >= Integer.parseInt(limit);
            case "maxLength" -> !value.isTextual() || length(value) <= Integer.parseInt(limit);
            case "maxItems" -> value.size() <= Integer.parseInt(limit);
            case "minimum" -> !value.isNumber() || number(value).compareTo(new BigDecimal(limit)) >= 0;
            case "maximum" -> !value.isNumber() || number(value).compareTo(new BigDecimal(limit)) <= 0;
            case "exclusiveMinimum" -> !value.isNumber() || number(value).compareTo(new BigDecimal(limit)) > 0;
            default -> throw new AssertionError("openapi.yaml uses " + keyword + ", which is not checked here");
        };
        require(place, keyword + " " + limit, isFine);
    }

    private void require(String place, String what, boolean isSo) {
        if (!isSo) {
            faults.add((place.isEmpty() ? "/" : place) + ": not so: " + what);
        }
    }

    private static int length(JsonNode text) {
        return text.textValue().codePointCount(0, text.textValue().length());
    }

    private static BigDecimal number(JsonNode value) {
        return new BigDecimal(value.asText());
    }

    private static boolean equal(Yaml wanted, JsonNode value) {
        return value.isValueNode()
                && Objects.equals(wanted.text(), value.asText())
                && value.isTextual() == wanted.value() instanceof String;
    }

    private static boolean is(String type, JsonNode value) {
        return switch (type) {
            case "object" -> value.isObject();
            case "array" -> value.isArray();
            case "string" -> value.isTextual();
            case "boolean" -> value.isBoolean();
            case "null" -> value.isNull();
            case "number" -> value.isNumber();
            case "integer" ->
                value.isNumber() && number(value).stripTrailingZeros().scale() <= 0;
            default -> throw new AssertionError("no type of JSON: " + type);
        };
    }
}
