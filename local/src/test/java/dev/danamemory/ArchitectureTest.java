package dev.danamemory;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Arrows point one way: functions and local to adapters to memory, and no adapter knows another. */
class ArchitectureTest {
    private static final String ADAPTER_BLOB = "dev.danamemory.blob..";
    private static final String ADAPTER_DYNAMODB = "dev.danamemory.dynamodb..";
    private static final String ADAPTER_AGENTS = "dev.danamemory.agents..";
    private static final String ADAPTER_TOKENS = "dev.danamemory.tokens..";
    private static final String FUNCTIONS = "dev.danamemory.functions..";
    private static final String LOCAL = "dev.danamemory.local..";
    private static final String[] MEMORY = {
        "dev.danamemory",
        "dev.danamemory.json..",
        "dev.danamemory.model..",
        "dev.danamemory.dana..",
        "dev.danamemory.store..",
        "dev.danamemory.search..",
        "dev.danamemory.context..",
        "dev.danamemory.chat..",
        "dev.danamemory.summary..",
        "dev.danamemory.cleanup.."
    };

    private final JavaClasses ours = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.danamemory");

    @Test
    void theDomainKnowsNobodyElse() {
        noClasses()
                .that()
                .resideInAnyPackage(MEMORY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ADAPTER_BLOB, ADAPTER_DYNAMODB, ADAPTER_AGENTS, ADAPTER_TOKENS, FUNCTIONS, LOCAL)
                .check(ours);
    }

    @Test
    void theDomainIsPlainJavaAndJacksonsTree() {
        noClasses()
                .that()
                .resideInAnyPackage(MEMORY)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "software.amazon..",
                        "com.amazonaws..",
                        "java.net.http..",
                        "org.eclipse.jetty..",
                        "org.slf4j..",
                        "com.knuddels..")
                .check(ours);
    }

    @Test
    void nobodyBindsJsonToObjects() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("com.fasterxml.jackson.databind.ObjectMapper")
                .check(ours);
    }

    @Test
    void adaptersKnowTheDomainOnly() {
        noClasses()
                .that()
                .resideInAnyPackage(ADAPTER_BLOB, ADAPTER_DYNAMODB, ADAPTER_AGENTS, ADAPTER_TOKENS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(FUNCTIONS, LOCAL)
                .check(ours);
    }

    @Test
    void noAdapterKnowsAnother() {
        List<String> adapters = List.of(ADAPTER_BLOB, ADAPTER_DYNAMODB, ADAPTER_AGENTS, ADAPTER_TOKENS);
        for (String adapter : adapters) {
            noClasses()
                    .that()
                    .resideInAPackage(adapter)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(adapters.stream()
                            .filter(other -> !other.equals(adapter))
                            .toArray(String[]::new))
                    .check(ours);
        }
    }

    @Test
    void onlyAdaptersOfAwsAndTheWiringKnowAws() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "dev.danamemory.blob.s3..",
                        ADAPTER_DYNAMODB,
                        "dev.danamemory.agents.secrets..",
                        "dev.danamemory.functions")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(ours);
    }

    @Test
    void functionsDoNotKnowTheLocalRunner() {
        noClasses()
                .that()
                .resideInAPackage(FUNCTIONS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(LOCAL)
                .check(ours);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.danamemory.(**)").should().beFreeOfCycles().check(ours);
    }
}
