package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.functions.http.Route;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The document is whole and true in itself. (That answers are as it says is held for every answer of every test by TestApi,
 * that it has the routes there are by RoutesTest, and that it tells of all errors by ErrorRowsTest.)
 */
class OpenApiTest {
    static Stream<String> mediaTypes() {
        return OpenApi.mediaTypes().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("mediaTypes")
    void everyBodyHasAnExampleThatItsSchemaAllows(String place) {
        Yaml media = OpenApi.mediaTypes().get(place);
        JsonNode example = media.at("example").json();
        assertThat(Schema.faults(example, media.at("schema"))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("mediaTypes")
    void examplesHaveNoFieldThatIsNotDescribed(String place) {
        Yaml media = OpenApi.mediaTypes().get(place);
        Set<String> fields = new HashSet<>();
        collect(media.at("schema"), fields);
        media.at("example")
                .json()
                .fieldNames()
                .forEachRemaining(name -> assertThat(fields).as(place).contains(name));
    }

    private static void collect(Yaml schema, Set<String> fields) {
        Yaml whole = OpenApi.resolved(schema);
        whole.find("properties").ifPresent(properties -> fields.addAll(properties.keys()));
        for (String combined : new String[] {"allOf", "oneOf"}) {
            whole.find(combined).ifPresent(all -> all.items().forEach(one -> collect(one, fields)));
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void everyOperationIsNamedAndExplained(Route route) {
        Yaml operation = OpenApi.operation(route);
        assertThat(operation.at("operationId").text()).matches("[a-z][A-Za-z]+");
        assertThat(operation.at("summary").text()).isNotBlank();
        assertThat(operation.at("tags").items()).hasSize(1);
        assertThat(operation.find("security").isPresent()).isEqualTo(route.isOpen());
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void everyParameterOfThePathAndEveryHeaderIsThere(Route route) {
        Set<String> parameters = new HashSet<>();
        OpenApi.parameters(route)
                .forEach(one -> parameters.add(
                        one.at("in").text() + " " + one.at("name").text()));
        for (String name : route.template().split("[{}]", -1)) {
            if (!name.startsWith("/") && !name.isEmpty()) {
                assertThat(parameters).contains("path " + name);
            }
        }
        assertThat(parameters.contains("header Memory-User")).isEqualTo(!route.isOpen());
        assertThat(parameters.contains("header Idempotency-Key")).isEqualTo(Samples.takesKey(route));
        assertThat(parameters.stream().anyMatch(one -> one.startsWith("query ")))
                .isEqualTo(Samples.readsParameters(route));
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void aBodyIsThereWhereOneIsRead(Route route) {
        assertThat(OpenApi.operation(route).find("requestBody").isPresent()).isEqualTo(Samples.readsBody(route));
        OpenApi.operation(route)
                .find("requestBody", "required")
                .ifPresent(required -> assertThat(required.value())
                        .isEqualTo(
                                switch (route.payload()) {
                                    case REQUIRED, FILE -> true;
                                    case OPTIONAL, PATCH, NONE -> false;
                                }));
    }

    @Test
    void operationsHaveNamesOfTheirOwn() {
        assertThat(Stream.of(Route.values())
                        .map(route -> OpenApi.operation(route).at("operationId").text()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aValueIsHeldAgainstAllOfASchema() {
        Yaml turn = OpenApi.DOCUMENT.at("components", "schemas", "Statistics");
        ObjectNode value = (ObjectNode) OpenApi.response(Route.STATISTICS, "200")
                .at("content", "application/json", "example")
                .json();
        assertThat(Schema.faults(value, turn)).isEmpty();
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        assertThat(Schema.faults(value.deepCopy().without("title"), turn)).containsExactly("/: not so: has title");
        assertThat(Schema.faults(value.deepCopy().set("status", nodes.textNode("gone")), turn))
                .hasSize(1);
        assertThat(Schema.faults(value.deepCopy().set("total_turns", nodes.numberNode(-1)), turn))
                .hasSize(1);
        assertThat(Schema.faults(value.deepCopy().set("total_turns", nodes.numberNode(1.5)), turn))
                .hasSize(1);
        assertThat(Schema.faults(value.deepCopy().set("title", nodes.numberNode(1)), turn))
                .hasSize(1);
        assertThat(Schema.faults(value.deepCopy().set("conversation_id", nodes.textNode("a b")), turn))
                .hasSize(1);
    }
}
