package dev.danamemory.dynamodb;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;

/** What the template says of the table. */
final class Template {
    private static final Path FILE = Path.of("../template.yaml");

    private Template() {}

    static TableDefinition tableDefinition() {
        return new TableDefinition(tableProperties());
    }

    static Map<?, ?> tableProperties() {
        try (Reader template = Files.newBufferedReader(FILE)) {
            Map<?, ?> root = new Yaml(new Tags()).load(template);
            Map<?, ?> table = (Map<?, ?>) ((Map<?, ?>) root.get("Resources")).get("Table");
            return (Map<?, ?>) table.get("Properties");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads CloudFormation's short forms as some text. */
    private static final class Tags extends SafeConstructor {
        Tags() {
            super(new LoaderOptions());
            yamlMultiConstructors.put("!", new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return String.valueOf(node);
                }
            });
        }
    }
}
