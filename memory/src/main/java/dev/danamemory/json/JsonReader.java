package dev.danamemory.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads JSON text to a tree whose numbers are {@link WrittenNumber}s. Refuses a key that stands twice in one object and
 * nesting deeper than {@value #DEEPEST} (the root is 1). {@link #strict()} is for everything that callers send,
 * {@link #lenient()} lets {@code NaN} and the infinities through, for a caller that wants to name their place, and
 * {@link #stored()} is for what a store wrote. A byte order mark before the value is passed over, as RFC 8259 allows.
 *
 * <p>Halves of surrogate pairs can be written with escapes and are let in: {@link TreeCheck} names their place.
 */
public final class JsonReader {
    /** The deepest nesting that is read; the root is 1. */
    public static final int DEEPEST = 64;

    // what was let in at the deepest stands some levels deeper inside a stored object
    private static final int DEEPEST_STORED = 2 * DEEPEST;
    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final char REPLACEMENT = '\uFFFD';
    private static final JsonReader STRICT = new JsonReader(DEEPEST, false);
    private static final JsonReader LENIENT = new JsonReader(DEEPEST, true);
    private static final JsonReader STORED = new JsonReader(DEEPEST_STORED, false);

    // apart from the reader: few texts need it, and every cold start would make it
    private static final class Escapes {
        static final Pattern ANY = Pattern.compile("\\\\(?:u([dD][89a-fA-F][0-9a-fA-F]{2})|.)", Pattern.DOTALL);
    }

    private final int deepest;
    private final JsonFactory factory;

    private JsonReader(int deepest, boolean lenient) {
        this.deepest = deepest;
        factory = JsonFactory.builder()
                // callers choose the keys: no table of them may outlive the call, nor fail by their hashes
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                .configure(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS, lenient)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(deepest)
                        .maxNumberLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .maxNameLength(Integer.MAX_VALUE)
                        .build())
                .build();
    }

    /** The reader of RFC 8259 JSON. */
    public static JsonReader strict() {
        return STRICT;
    }

    /** As strict, but for {@code NaN}, {@code Infinity} and {@code -Infinity}, which Python writes. */
    public static JsonReader lenient() {
        return LENIENT;
    }

    /** As strict, with room for values of the deepest nesting inside the objects that a store wraps them in. */
    public static JsonReader stored() {
        return STORED;
    }

    /**
     * Reads one JSON value from UTF-8 bytes.
     *
     * @throws JsonSyntaxException when the bytes are not UTF-8 or not one JSON value
     */
    public JsonNode read(byte[] utf8) {
        String text = new String(utf8, StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(utf8); // it may have been sent, or stand for what is no UTF-8
        }
        return read(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static void requireUtf8(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException notUtf8) {
            throw new JsonSyntaxException("not valid UTF-8", notUtf8);
        }
    }

    /**
     * Reads one JSON value.
     *
     * @throws JsonSyntaxException when the text is not one JSON value
     */
    public JsonNode read(String text) {
        return read(text, true);
    }

    private JsonNode read(String text, boolean escaped) {
        try {
            return parse(text);
        } catch (JsonProcessingException e) {
            // Jackson refuses an escaped half of a surrogate pair in a key, though not in a text and not unescaped
            if (escaped && e.getOriginalMessage().contains("surrogate")) {
                return read(Escapes.ANY.matcher(text).replaceAll(JsonReader::surrogateUnescaped), false);
            }
            throw JsonSyntaxException.at(problemOf(e), e.getLocation(), e);
        } catch (IOException e) {
            throw new JsonSyntaxException("not valid JSON", e);
        }
    }

    private static String surrogateUnescaped(MatchResult escape) {
        String half = escape.group(1);
        return Matcher.quoteReplacement(
                half == null ? escape.group() : Character.toString((char) HexFormat.fromHexDigits(half)));
    }

    private JsonNode parse(String text) throws IOException {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new JsonSyntaxException("empty, a JSON value was expected", null);
            }
            JsonNode value = value(parser);
            if (parser.nextToken() != null) {
                throw JsonSyntaxException.at(
                        "more text after the end of the JSON value", parser.currentLocation(), null);
            }
            return value;
        }
    }

    // Jackson's own messages quote the text, which must not reach a log
    private String problemOf(JsonProcessingException e) {
        String message = e.getOriginalMessage();
        if (message.startsWith("Duplicate field") || message.startsWith("Duplicate Object property")) {
            return "a key stands twice in one object";
        }
        if (message.contains("nesting depth")) {
            return "nested deeper than " + deepest;
        }
        return "not valid JSON";
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> nodes.textNode(parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> nodes.booleanNode(true);
            case VALUE_FALSE -> nodes.booleanNode(false);
            default -> nodes.nullNode();
        };
    }

    // Jackson's lenient form knows INF and +Infinity too, which nobody writes
    private static WrittenNumber number(JsonParser parser) throws IOException {
        WrittenNumber number = new WrittenNumber(parser.getText());
        if (!number.isFinite() && !NOT_FINITE.contains(number.text())) {
            throw JsonSyntaxException.at("not valid JSON", parser.currentLocation(), null);
        }
        return number;
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.set(name, value(parser));
        }
        return object;
    }

    private static ArrayNode array(JsonParser parser) throws IOException {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }
}
