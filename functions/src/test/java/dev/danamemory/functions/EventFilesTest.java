package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.Route;
import dev.danamemory.functions.http.Routes;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The files in {@code events/}: one for each route, each as API Gateway sends it. */
class EventFilesTest {
    private static final Path EVENTS = Path.of("../events");
    private static final String USER = "auth0|5f7c8ec7c33c6c004bbafe82";

    private static String fileOf(Route route) {
        return route.name().toLowerCase(Locale.ROOT).replace('_', '-') + ".json";
    }

    private static byte[] event(String file) throws IOException {
        return Files.readAllBytes(EVENTS.resolve(file));
    }

    @Test
    void oneForEachRouteAndNoOther() throws IOException {
        TreeSet<String> expected = Arrays.stream(Route.values())
                .map(EventFilesTest::fileOf)
                .collect(Collectors.toCollection(TreeSet::new));
        expected.addAll(List.of("default.json", "cleanup.json", "cleanup-dry-run.json"));
        try (Stream<Path> files = Files.list(EVENTS)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void eachIsWhatApiGatewaySends(Route route) throws IOException {
        JsonNode event = JsonReader.strict().read(event(fileOf(route)));
        assertThat(event.path("version").asText()).isEqualTo("2.0");
        assertThat(event.path("routeKey").asText())
                .isEqualTo(route.key())
                .isEqualTo(event.at("/requestContext/routeKey").asText());
        assertThat(event.at("/requestContext/http/path")).isEqualTo(event.path("rawPath"));
        assertThat(Routes.match(
                                event.at("/requestContext/http/method").asText(),
                                event.path("rawPath").asText())
                        .orElseThrow()
                        .route())
                .isEqualTo(route);
        assertThat(event.at("/requestContext/authorizer/jwt/claims/sub").asText())
                .isEqualTo(route.isOpen() ? "" : USER);
    }
}
