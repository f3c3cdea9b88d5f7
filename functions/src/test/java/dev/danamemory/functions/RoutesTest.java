package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import dev.danamemory.functions.http.RouteMatch;
import dev.danamemory.functions.http.Routes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one table of routes, and the two files that say the same. */
class RoutesTest {
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");

    private static final Yaml TEMPLATE = Yaml.read(Path.of("../template.yaml"));
    private static final Yaml OPENAPI = Yaml.read(Path.of("../openapi.yaml"));

    @ParameterizedTest
    @EnumSource(Route.class)
    void everyRouteIsFoundByItsOwnPath(Route route) {
        String path = route.template().replace("{id}", "a.b~c").replace("{turn}", "x");
        RouteMatch match = Routes.match(route.method(), path).orElseThrow();
        assertThat(match.route()).isEqualTo(route);
        assertThat(match.pathParameters())
                .hasSize((int) route.template().chars().filter(c -> c == '{').count());
        if (route.template().contains("{id}")) {
            assertThat(match.pathParameters()).containsEntry("id", "a.b~c");
        }
    }

    @Test
    void parametersStayAsThePathHasThem() {
        assertThat(Routes.match("GET", "/conversations/a%2Fb/turns/%20")
                        .orElseThrow()
                        .pathParameters())
                .containsOnly(Map.entry("id", "a%2Fb"), Map.entry("turn", "%20"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/chat/", "/conversations/", "/conversations//turns", "/conversations/a/turns/", "chat", ""})
    void apiGatewayFindsNoRouteFor(String path) {
        assertThat(Routes.match("POST", path)).isEmpty();
        assertThat(Routes.match("GET", path)).isEmpty();
    }

    @Test
    void openApiHasExactlyTheseRoutes() {
        Set<String> documented = new TreeSet<>();
        OPENAPI.at("paths")
                .each((path, item) -> item.keys().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> documented.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        assertThat(documented).isEqualTo(keys());
    }

    @Test
    void theTemplateSendsEachRouteToItsFunction() {
        Map<String, String> expected = new TreeMap<>();
        for (Route route : Route.values()) {
            expected.put(route.key(), handlerOf(route.function()));
        }
        expected.put(Routes.DEFAULT_KEY, handlerOf(Route.Function.CONVERSATIONS));
        expected.put(Routes.PREFLIGHT_KEY, handlerOf(Route.Function.CONVERSATIONS));
        Map<String, String> deployed = new TreeMap<>();
        functions()
                .forEach(function -> function.at("Properties", "Events").each((name, event) -> {
                    if (isRoute(event)) {
                        deployed.put(
                                keyOf(event.at("Properties")),
                                function.at("Properties", "Handler").text());
                    }
                }));
        assertThat(deployed).isEqualTo(expected);
    }

    private static boolean isRoute(Yaml event) {
        return event.at("Type").text().equals("HttpApi");
    }

    private static String keyOf(Yaml event) {
        return event.keys().contains("Path")
                ? event.at("Method").text() + " " + event.at("Path").text()
                : Routes.DEFAULT_KEY;
    }

    private static String handlerOf(Route.Function function) {
        String name = switch (function) {
            case CHAT -> "chat.ChatHandler";
            case CONTEXT -> "context.ContextHandler";
            case CONVERSATIONS -> "conversations.ConversationsHandler";
        };
        return "dev.danamemory.functions." + name + "::handleRequest";
    }

    @Test
    void onlyHealthAndPreflightsGoWithoutToken() {
        functions()
                .forEach(function -> function.at("Properties", "Events").each((name, event) -> {
                    boolean open = event.at("Properties").keys().contains("Auth");
                    assertThat(open)
                            .as(name)
                            .isEqualTo(Set.of(Route.HEALTH.key(), Routes.PREFLIGHT_KEY)
                                    .contains(keyOf(event.at("Properties"))));
                }));
        assertThat(TEMPLATE.at("Resources", "Api", "Properties", "Auth", "DefaultAuthorizer")
                        .text())
                .isEqualTo("Token");
    }

    private static List<Yaml> functions() {
        return TEMPLATE.at("Resources").values().stream()
                .filter(resource -> resource.at("Type").text().equals("AWS::Serverless::Function"))
                .toList();
    }

    private static Set<String> keys() {
        return Arrays.stream(Route.values()).map(Route::key).collect(Collectors.toCollection(TreeSet::new));
    }
}
