package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A place in a YAML file. */
record Yaml(Object value) {
    static Yaml read(Path file) {
        try {
            return new Yaml(new org.yaml.snakeyaml.Yaml(new Tags()).load(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is under these keys, one in the other. */
    Yaml at(String... keys) {
        Object place = value;
        for (String key : keys) {
            assertThat(place).as(key).isInstanceOf(Map.class);
            place = ((Map<?, ?>) place).get(key);
            assertThat(place).as("%s of %s", key, List.of(keys)).isNotNull();
        }
        return new Yaml(place);
    }

    /** What is under these keys, or nothing where one is not there. */
    Optional<Yaml> find(String... keys) {
        Object place = value;
        for (String key : keys) {
            place = place instanceof Map<?, ?> map ? map.get(key) : null;
        }
        return Optional.ofNullable(place).map(found -> new Yaml(found));
    }

    /** Everything that stands under that key, at any depth. */
    List<Yaml> below(String key) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .flatMap(entry -> entry.getKey().equals(key)
                                ? Stream.of(new Yaml(entry.getValue()))
                                : new Yaml(entry.getValue()).below(key).stream())
                        .toList();
            case List<?> list ->
                list.stream().flatMap(one -> new Yaml(one).below(key).stream()).toList();
            default -> List.of();
        };
    }

    /** The items of a list; a single value is a list of itself. */
    List<Yaml> items() {
        return value instanceof List<?> list
                ? list.stream().map(one -> new Yaml(one)).toList()
                : List.of(this);
    }

    /** Their texts. */
    List<String> texts() {
        return items().stream().map(Yaml::text).toList();
    }

    /** The same as JSON. */
    JsonNode json() {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (value) {
            case null -> nodes.nullNode();
            case Map<?, ?> map -> {
                ObjectNode object = nodes.objectNode();
                map.forEach((key, one) -> object.set(String.valueOf(key), new Yaml(one).json()));
                yield object;
            }
            case List<?> list -> {
                ArrayNode array = nodes.arrayNode();
                list.forEach(one -> array.add(new Yaml(one).json()));
                yield array;
            }
            case Boolean flag -> nodes.booleanNode(flag);
            case Integer number -> nodes.numberNode(number);
            case Long number -> nodes.numberNode(number);
            case Double number -> nodes.numberNode(number);
            case String text -> nodes.textNode(text);
            default -> throw new AssertionError("quote it, for YAML reads it as " + value.getClass());
        };
    }

    String text() {
        return String.valueOf(value);
    }

    Set<String> keys() {
        Set<String> keys = new LinkedHashSet<>();
        ((Map<?, ?>) value).keySet().forEach(key -> keys.add(String.valueOf(key)));
        return keys;
    }

    List<Yaml> values() {
        return ((Map<?, ?>) value).values().stream().map(one -> new Yaml(one)).toList();
    }

    void each(BiConsumer<String, Yaml> action) {
        ((Map<?, ?>) value).forEach((key, one) -> action.accept(String.valueOf(key), new Yaml(one)));
    }

    /**
     * Reads CloudFormation's short forms of a text ({@code !Ref x}) as that text, and of a list ({@code !If [...]}) as an
     * object whose one key is the form's name.
     */
    private static final class Tags extends SafeConstructor {
        Tags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return node instanceof SequenceNode list
                            ? Map.of(node.getTag().getValue(), constructSequence(list))
                            : ((ScalarNode) node).getValue();
                }
            });
        }
    }
}
