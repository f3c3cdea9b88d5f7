package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The error table is whole: every row has its test, the document tells of the same rows, and no slug is in none. */
class ErrorRowsTest {
    /** Rows of the local runner, which answers before there is an event; these tests of it hold them. */
    private static final Path RUNNERS_TESTS = Path.of("../local/src/test/java/dev/danamemory/local/http");

    private static final Set<ErrorRow> RUNNERS = EnumSet.of(ErrorRow.FOREIGN_ORIGIN, ErrorRow.FOREIGN_HOST);

    private static List<Class<?>> testClasses() throws IOException {
        Path classes = Path.of("target/test-classes");
        try (Stream<Path> files = Files.walk(classes.resolve("dev/danamemory/functions"))) {
            return files.map(file -> classes.relativize(file).toString())
                    .filter(file -> file.contains("Test") && file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .<Class<?>>map(ErrorRowsTest::load)
                    .toList();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static Stream<ErrorRow> rowOf(Method method) {
        return Stream.concat(
                Stream.ofNullable(method.getAnnotation(RowTest.class)).map(RowTest::value),
                Stream.ofNullable(method.getAnnotation(Covers.class)).map(Covers::value));
    }

    @Test
    void everyRowHasATest() throws IOException {
        Set<ErrorRow> covered = testClasses().stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .flatMap(ErrorRowsTest::rowOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ErrorRow.class)));
        covered.addAll(RUNNERS);
        assertThat(covered).containsExactly(ErrorRow.values());
    }

    @Test
    void theRunnersRowsHaveTests() throws IOException {
        StringBuilder tests = new StringBuilder();
        try (Stream<Path> files = Files.list(RUNNERS_TESTS)) {
            for (Path file : files.toList()) {
                tests.append(Files.readString(file));
            }
        }
        for (ErrorRow row : RUNNERS) {
            assertThat(tests.toString()).contains(row.status() + ", \"" + row.slug() + "\"");
        }
    }

    @ParameterizedTest
    @EnumSource(Route.class)
    void openApiTellsOfTheRoutesRowsAndNoOthers(Route route) {
        Set<String> rows = Arrays.stream(ErrorRow.values())
                // a method that a path does not know is no operation of the document
                .filter(row -> row != ErrorRow.OTHER_METHOD)
                .filter(row -> row.routes().anyMatch(route::equals))
                .map(row -> row.status() + " " + row.slug())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(OpenApi.problems(route)).isEqualTo(rows);
    }

    @Test
    void everyProblemThatTheCodeMakesIsInARow() throws IOException {
        Pattern made = Pattern.compile("(?:of|Problem)\\(\\s*([0-9]{3}),\\s*\"([a-z-]+)\"");
        Set<String> problems = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Matcher matcher = made.matcher(Files.readString(file));
                while (matcher.find()) {
                    problems.add(matcher.group(1) + " " + matcher.group(2));
                }
            }
        }
        assertThat(problems)
                .isEqualTo(Arrays.stream(ErrorRow.values())
                        .map(row -> row.status() + " " + row.slug())
                        .collect(Collectors.toCollection(TreeSet::new)));
    }
}
