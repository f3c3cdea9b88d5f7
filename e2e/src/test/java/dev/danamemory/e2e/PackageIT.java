package dev.danamemory.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.Route;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is in the package that is deployed, and what is not. */
class PackageIT {
    private static final int MOST_BYTES = 20 * 1000 * 1000;
    private static final Set<String> LICENCES = Set.of("Apache-2.0", "BSD-2-Clause", "MIT", "MIT-0");

    private static List<Path> jars() throws IOException {
        try (Stream<Path> lib = Files.list(Deployment.task().resolve("lib"))) {
            return lib.sorted().toList();
        }
    }

    /** Every class file, with the places where it stands. */
    private static Map<String, List<String>> classes() throws IOException {
        Map<String, List<String>> places = new TreeMap<>();
        try (Stream<Path> exploded = Files.walk(Deployment.task().resolve("dev"))) {
            exploded.filter(Files::isRegularFile)
                    .forEach(file -> places.computeIfAbsent(
                                    Deployment.task().relativize(file).toString(), name -> new ArrayList<>())
                            .add("/"));
        }
        for (Path jar : jars()) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                zip.stream()
                        .filter(entry -> entry.getName().endsWith(".class"))
                        .filter(entry -> !entry.getName().startsWith("META-INF/"))
                        .forEach(entry -> places.computeIfAbsent(entry.getName(), name -> new ArrayList<>())
                                .add(jar.getFileName().toString()));
            }
        }
        return places;
    }

    @Test
    void itIsSmall() throws IOException {
        assertThat(Files.size(Deployment.ZIP)).isLessThanOrEqualTo(MOST_BYTES);
    }

    @Test
    void ourClassesAreExplodedAndAllElseIsInLib() throws IOException {
        try (Stream<Path> top = Files.list(Deployment.task())) {
            assertThat(top.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder("dev", "lib", "META-INF");
        }
        assertThat(jars()).isNotEmpty().allMatch(jar -> jar.toString().endsWith(".jar"));
    }

    @ParameterizedTest
    @EnumSource
    void theHandlersAreThere(Handler handler) {
        String type = handler.inTemplate().substring(0, handler.inTemplate().indexOf(':'));
        assertThat(Deployment.task().resolve(type.replace('.', '/') + ".class")).isRegularFile();
    }

    @Test
    void noClassIsThereTwice() throws IOException {
        Map<String, List<String>> twice = new HashMap<>(classes());
        twice.values().removeIf(places -> places.size() == 1);
        // the descriptions of modules are each jar's own
        twice.remove("module-info.class");

        assertThat(twice).isEmpty();
        assertThat(classes()).hasSizeGreaterThan(Route.values().length);
    }

    @Test
    void nothingThatIsForTestsOrForOneMachineIsThere() throws IOException {
        assertThat(classes().keySet())
                .noneMatch(name -> name.startsWith("org/junit/")
                        || name.startsWith("org/assertj/")
                        || name.startsWith("com/tngtech/")
                        || name.startsWith("software/amazon/dynamodb/")
                        || name.startsWith("org/gaul/")
                        || name.startsWith("org/eclipse/jetty/")
                        || name.startsWith("picocli/")
                        || name.startsWith("dev/danamemory/local/")
                        || name.startsWith("dev/danamemory/servers/")
                        || name.startsWith("dev/danamemory/store/contract/")
                        || name.startsWith("io/netty/")
                        || name.startsWith("org/apache/hc/")
                        || name.matches("dev/danamemory/.*Test(\\$.*)?\\.class"));
        assertThat(jars().stream().map(jar -> jar.getFileName().toString()))
                .noneMatch(name -> name.contains("tests") || name.contains("runtime-interface-client"));
        // the one HTTP client
        assertThat(classes().keySet())
                .contains("software/amazon/awssdk/http/urlconnection/UrlConnectionHttpClient.class");
    }

    @Test
    void theBillOfMaterialsNamesEveryJarWithALicenceThatAllowsIt() throws IOException {
        Set<String> named = new TreeSet<>();
        for (JsonNode component : JsonReader.strict().read(bill()).path("components")) {
            String jar = component.path("name").asText() + "-"
                    + component.path("version").asText() + ".jar";
            named.add(jar);
            assertThat(component.at("/licenses/0/license/id").asText()).as(jar).isIn(LICENCES);
        }
        assertThat(named)
                .isEqualTo(jars().stream()
                        .map(jar -> jar.getFileName().toString())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void theBillOfMaterialsTellsNothingOfWhereAndWhenItWasMade() throws IOException {
        assertThat(bill())
                .doesNotContain(Path.of("..").toAbsolutePath().normalize().toString(), "timestamp", "serialNumber");
    }

    private static String bill() throws IOException {
        Path file = Deployment.task().resolve("META-INF/sbom/dana-memory-functions.cdx.json");
        assumeTrue(Files.exists(file), "Maven was offline and made no bill of materials");
        return Files.readString(file);
    }

    @Test
    void ourLicenceIsThere() throws IOException {
        assertThat(Files.readString(Deployment.task().resolve("META-INF/LICENSE")))
                .contains("Apache License");
        assertThat(Deployment.task().resolve("META-INF/NOTICE")).isNotEmptyFile();
    }
}
