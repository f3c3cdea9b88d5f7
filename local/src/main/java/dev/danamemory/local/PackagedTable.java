package dev.danamemory.local;

import dev.danamemory.dynamodb.TableDefinition;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Node;

/** The DynamoDB table as the deployment's template defines it, which is packaged with the runner. */
final class PackagedTable {
    private static final String TEMPLATE = "/template.yaml";

    private PackagedTable() {}

    static TableDefinition definition() {
        try (Reader template = new InputStreamReader(
                Objects.requireNonNull(PackagedTable.class.getResourceAsStream(TEMPLATE)), StandardCharsets.UTF_8)) {
            Map<?, ?> root = new Yaml(new ShortForms()).load(template);
            return new TableDefinition(map(map(map(root, "Resources"), "Table"), "Properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<?, ?> map(Map<?, ?> parent, String name) {
        if (parent.get(name) instanceof Map<?, ?> child) {
            return child;
        }
        throw new IllegalStateException("the packaged template has no " + name);
    }

    /** Reads CloudFormation's short forms, which the table's keys and indexes have none of, as their text. */
    private static final class ShortForms extends SafeConstructor {
        ShortForms() {
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
