package dev.danamemory.functions;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What {@code template.yaml} deploys. */
final class Template {
    static final Yaml DOCUMENT = Yaml.read(Path.of("../template.yaml"));
    static final Yaml GLOBALS = DOCUMENT.at("Globals", "Function");

    private static final String FUNCTION = "AWS::Serverless::Function";

    private Template() {}

    static Yaml resource(String name) {
        return DOCUMENT.at("Resources", name);
    }

    /** The resources of that type, by name. */
    static Map<String, Yaml> all(String type) {
        Map<String, Yaml> found = new TreeMap<>();
        DOCUMENT.at("Resources").each((name, resource) -> {
            if (resource.at("Type").text().equals(type)) {
                found.put(name, resource);
            }
        });
        return found;
    }

    /** The functions' properties, by name. */
    static Map<String, Yaml> functions() {
        Map<String, Yaml> functions = new TreeMap<>();
        all(FUNCTION).forEach((name, function) -> functions.put(name, function.at("Properties")));
        return functions;
    }

    static Yaml function(String name) {
        return resource(name).at("Properties");
    }

    /** What calls a function, by name. */
    static Map<String, Yaml> events(Yaml function) {
        Map<String, Yaml> events = new TreeMap<>();
        function.at("Events").each(events::put);
        return events;
    }

    static boolean isRoute(Yaml event) {
        return event.at("Type").text().equals("HttpApi");
    }

    /** The statements of a function's policies, whatever condition they stand under. */
    static List<Yaml> statements(Yaml function) {
        return function.at("Policies").below("Statement").stream()
                .flatMap(statements -> statements.items().stream())
                .toList();
    }

    /** What a function may do, under any condition. */
    static Set<String> actions(Yaml function) {
        Set<String> actions = new TreeSet<>();
        statements(function)
                .forEach(statement -> actions.addAll(statement.at("Action").texts()));
        return actions;
    }
}
