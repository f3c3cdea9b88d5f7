package dev.danamemory.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Random;

/** Makes JSON values of all kinds, always the same for one seed: texts of many scripts, numbers in many spellings. */
public final class RandomJson {
    private static final String[] SCRIPTS = {
        "abc XYZ 019",
        "äéñçß",
        "Привет",
        "שלום",
        "مرحبا",
        "नमस्ते",
        "สวัสดี",
        "你好世界",
        "こんにちは",
        "안녕",
        "👋🏽👨‍👩‍👧🇧🇪",
        "𝔘𝔫𝔦",
        "e\u0301",
        "\"\\/\b\f\n\r\t",
        "\u0000\u001f\u007f\u2028\u2029\uFEFF\uFFFF",
        "'<&>`${}",
        "..",
        "_memory"
    };
    private static final String[] NUMBERS = {
        "0",
        "-0",
        "-0.0",
        "1.50",
        "1E400",
        "1e-400",
        "-12345678901234567890.00100",
        "0E+5",
        "9223372036854775808",
        "1e99999999999",
        "123456789012345678901234567890"
    };

    private final Random random;

    public RandomJson(long seed) {
        random = new Random(seed);
    }

    /** From 0 to below the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** True once in that many times. */
    public boolean onceIn(int times) {
        return random.nextInt(times) == 0;
    }

    /** A well-formed text of up to some dozen characters, often empty or of mixed scripts. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (int i = below(5); i > 0; i--) {
            String script = SCRIPTS[below(SCRIPTS.length)];
            int from = script.offsetByCodePoints(0, below(script.codePointCount(0, script.length())));
            text.append(script, from, script.length());
        }
        return text.toString();
    }

    /** A number as somebody may write it. */
    public WrittenNumber number() {
        if (onceIn(2)) {
            return new WrittenNumber(NUMBERS[below(NUMBERS.length)]);
        }
        return new WrittenNumber(
                (onceIn(2) ? "-" : "") + below(1_000_000) + (onceIn(2) ? "." + below(1_000) + "0" : ""));
    }

    /** Any value, no deeper than that. */
    public JsonNode value(int depth) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (below(depth > 1 ? 7 : 5)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(onceIn(2));
            case 2 -> number();
            case 3, 4 -> nodes.textNode(text());
            case 5 -> object(depth);
            default -> array(depth);
        };
    }

    /** An object with keys of all scripts, no deeper than that. */
    public ObjectNode object(int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = below(4); i > 0; i--) {
            object.set(text(), value(depth - 1));
        }
        return object;
    }

    private ArrayNode array(int depth) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (int i = below(4); i > 0; i--) {
            array.add(value(depth - 1));
        }
        return array;
    }
}
