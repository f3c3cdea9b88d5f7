package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

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

    /** Reads CloudFormation's short forms ({@code !Ref x}) as their text. */
    private static final class Tags extends SafeConstructor {
        Tags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return node instanceof ScalarNode scalar
                            ? scalar.getValue()
                            : node.getTag().getValue();
                }
            });
        }
    }
}
