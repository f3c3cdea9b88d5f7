package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The functions of {@code template.yaml}: what starts them, what they are told, what they may do. */
class TemplateFunctionsTest {
    private static final Set<String> READS =
            Set.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query", "s3:GetObject", "s3:ListBucket");
    private static final Set<String> WRITES =
            Set.of("dynamodb:PutItem", "dynamodb:BatchWriteItem", "s3:PutObject", "s3:DeleteObject");
    /** Where S3 keeps versions, an erase is over when they are gone. */
    private static final Set<String> OLD_VERSIONS = Set.of("s3:ListBucketVersions", "s3:DeleteObjectVersion");

    /** Stubs go one by one, each on condition that nothing began anew in its place. */
    private static final Set<String> STUBS = Set.of("dynamodb:DeleteItem");

    private static final Set<String> SECRETS = Set.of("secretsmanager:GetSecretValue");

    /** All that each function may do. An action more is a decision, made here. */
    private static final Map<String, Set<String>> ACTIONS = Map.of(
            "ChatFunction", union(List.of(READS, WRITES, SECRETS)),
            "ContextFunction", READS,
            // everything goes here that ends with a slash, chat too
            "ConversationsFunction", union(List.of(READS, WRITES, SECRETS)),
            "CleanupFunction", union(List.of(READS, WRITES, SECRETS, OLD_VERSIONS, STUBS)));

    /** A folder to keep data in is of no use on Lambda; what a stack's own bucket holds needs no prefix. */
    private static final Set<String> OF_ONE_MACHINE = Set.of("MEMORY_DATA_DIR", "MEMORY_PREFIX");

    private static final Pattern VARIABLE = Pattern.compile("\"([A-Z]+(?:_[A-Z0-9]+)+)\"");

    private static Set<String> union(List<Set<String>> sets) {
        Set<String> all = new TreeSet<>();
        sets.forEach(all::addAll);
        return all;
    }

    static Set<String> functions() {
        return Template.functions().keySet();
    }

    @Test
    void everyFunctionIsOneThatThisTestKnows() {
        assertThat(functions()).isEqualTo(ACTIONS.keySet());
    }

    @ParameterizedTest
    @MethodSource("functions")
    void lambdaCanMakeTheHandler(String name) throws ReflectiveOperationException {
        String handler = Template.function(name).at("Handler").text();
        assertThat(handler).endsWith("::handleRequest");
        Class<?> type = Class.forName(handler.substring(0, handler.indexOf(':')));
        assertThat(Modifier.isPublic(type.getConstructor().getModifiers())).isTrue();
        assertThat(type.getMethod("handleRequest", InputStream.class, OutputStream.class, Context.class))
                .isNotNull();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aVersionIsMadeAndCalledThatStartsFromASnapshot(String name) {
        Yaml function = Template.function(name);
        assertThat(Template.GLOBALS.at("Runtime").text()).isEqualTo("java25");
        assertThat(Template.GLOBALS.at("Architectures").texts()).containsExactly("arm64");
        assertThat(Template.GLOBALS.at("SnapStart", "ApplyOn").text()).isEqualTo("PublishedVersions");
        assertThat(Template.GLOBALS.at("AutoPublishAlias").text()).isEqualTo("live");
        assertThat(Template.GLOBALS.at("AutoPublishAliasAllProperties").value()).isEqualTo(true);
        assertThat(Template.GLOBALS.at("Tracing").text()).isEqualTo("Active");
        assertThat(function.keys())
                .doesNotContain("Runtime", "Architectures", "SnapStart", "AutoPublishAlias", "Tracing", "Role");
    }

    /** Else the alias would go on with the version that has the old settings: SAM makes one only when the file changes. */
    @ParameterizedTest
    @MethodSource("functions")
    void anotherSettingMakesAnotherVersion(String name) {
        Yaml function = Template.function(name);
        String told = Template.GLOBALS.at("Environment", "Variables").json().toString();
        assertThat(function.at("Description").text()).contains("${Revision}");
        assertThat(function.at("VersionDescription").text()).contains("${Revision}", "${Store}");
        for (String parameter : Template.DOCUMENT.at("Parameters").keys()) {
            if (told.contains("\"" + parameter + "\"")) {
                assertThat(function.at("VersionDescription").text()).contains("${" + parameter + "}");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyVariableThatIsReadIsDeclaredAndTheOtherWayRound(String name) {
        Set<String> declared =
                new TreeSet<>(Template.GLOBALS.at("Environment", "Variables").keys());
        Template.function(name).find("Environment", "Variables").ifPresent(more -> declared.addAll(more.keys()));
        Set<String> read = new TreeSet<>(Wiring.VARIABLES);
        read.removeAll(OF_ONE_MACHINE);
        assertThat(declared).isEqualTo(read);
    }

    @Test
    void theVariablesThatAreReadAreThoseOfTheWiringsList() throws IOException {
        Set<String> named = new TreeSet<>();
        for (String module : List.of("memory", "adapters", "functions")) {
            for (Path source : sources(Path.of("..", module, "src/main/java"))) {
                String code = Files.readString(source);
                assertThat(code.contains("System.getenv"))
                        .as("%s reads variables past the wiring", source)
                        .isEqualTo(source.endsWith("Wiring.java"));
                Matcher names = VARIABLE.matcher(code);
                while (names.find()) {
                    named.add(names.group(1));
                }
            }
        }
        // Lambda's own are set by Lambda
        named.removeIf(name -> name.startsWith("AWS_"));
        assertThat(named).isEqualTo(new TreeSet<>(Wiring.VARIABLES));
    }

    private static List<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void aFunctionMayDoWhatItsListSaysAndNothingElse(String name) {
        assertThat(Template.actions(Template.function(name))).isEqualTo(ACTIONS.get(name));
    }

    @Test
    void theContextFunctionCanOnlyRead() {
        assertThat(Template.actions(Template.function("ContextFunction"))).allMatch(READS::contains);
        assertThat(READS)
                .doesNotContainAnyElementsOf(WRITES)
                .allMatch(action -> action.matches("[a-z0-9]+:(Get|BatchGet|List|Query).*"));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void statementsAllowNamedActionsOnNamedResources(String name) {
        List<Yaml> statements = Template.statements(Template.function(name));
        assertThat(statements).isNotEmpty().allSatisfy(statement -> {
            assertThat(statement.keys()).containsExactlyInAnyOrder("Effect", "Action", "Resource");
            assertThat(statement.at("Effect").text()).isEqualTo("Allow");
            assertThat(statement.at("Action").texts()).noneMatch(action -> action.contains("*"));
            assertThat(statement.at("Resource").texts())
                    .allMatch(resource -> resource.contains("Table")
                            || resource.contains("Bucket")
                            || resource.contains("AgentsFile")
                            || resource.contains("AgentSecrets"));
        });
    }

    @ParameterizedTest
    @MethodSource("functions")
    void secretsAreGivenOutByParameterAlone(String name) {
        Template.statements(Template.function(name)).stream()
                .filter(statement -> SECRETS.containsAll(statement.at("Action").texts()))
                .forEach(statement -> assertThat(statement.at("Resource").json().toString())
                        .isEqualTo("{\"!Split\":[\",\",\"AgentSecrets\"]}"));
        assertThat(Template.function(name).at("Policies").json().toString())
                .doesNotContain("\"!If\":[\"HasAgentSecrets\",[")
                .matches(policies -> policies.contains("secretsmanager") == policies.contains("\"HasAgentSecrets\""));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void whatIsDoneInTheBackgroundIsBoundedAndItsFailuresAreKept(String name) {
        Yaml function = Template.function(name);
        Set<Yaml> background = new HashSet<>(Template.events(function).values());
        background.removeIf(Template::isRoute);
        assertThat(function.find("EventInvokeConfig").isPresent()).isEqualTo(!background.isEmpty());
        assertThat(function.find("ReservedConcurrentExecutions").isPresent()).isEqualTo(!background.isEmpty());
        for (Yaml event : background) {
            Yaml queue = Template.resource("CleanupFailures");
            assertThat(queue.at("Type").text()).isEqualTo("AWS::SQS::Queue");
            assertThat(event.at("Properties", "DeadLetterConfig", "Arn").text()).isEqualTo("CleanupFailures.Arn");
            assertThat(event.at("Properties", "RetryPolicy", "MaximumRetryAttempts")
                            .value())
                    .isEqualTo(2);
            Yaml onFailure = function.at("EventInvokeConfig", "DestinationConfig", "OnFailure");
            assertThat(onFailure.at("Destination").text()).isEqualTo("CleanupFailures.Arn");
        }
    }
}
