package dev.danamemory.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.functions.StoreKind;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoreChoiceTest {
    private final Map<String, String> environment = new HashMap<>(Map.of("HOME", "/home/ada"));

    @Test
    void aBucketIsTheEnvironmentsChoice() {
        environment.put("MEMORY_BUCKET", "mine");
        environment.put("MEMORY_PREFIX", "memory/");

        StoreChoice choice = StoreChoice.of("s3", null, environment);

        assertThat(choice.kind()).isEqualTo(StoreKind.S3);
        assertThat(choice.place()).isEqualTo("s3://mine/memory/");
        assertThat(choice.over(Map.of("MEMORY_STORE", "file", "LOG_LEVEL", "WARN")))
                .containsOnly(
                        Map.entry("MEMORY_STORE", "s3"),
                        Map.entry("MEMORY_BUCKET", "mine"),
                        Map.entry("MEMORY_PREFIX", "memory/"),
                        Map.entry("LOG_LEVEL", "WARN"));
    }

    @Test
    void aTableIsTheEnvironmentsChoiceToo() {
        environment.put("MEMORY_TABLE", "mine");

        StoreChoice choice = StoreChoice.of("dynamodb", null, environment);

        assertThat(choice.kind()).isEqualTo(StoreKind.DYNAMODB);
        assertThat(choice.place()).isEqualTo("DynamoDB table mine");
        assertThat(choice.over(Map.of()))
                .containsOnly(Map.entry("MEMORY_STORE", "dynamodb"), Map.entry("MEMORY_TABLE", "mine"));
    }

    @Test
    void theVariableNamesTheStoreToo() {
        environment.put("MEMORY_STORE", "s3");

        assertThat(StoreChoice.of(null, null, environment).kind()).isEqualTo(StoreKind.S3);
        assertThat(StoreChoice.of("file", null, environment).kind()).isEqualTo(StoreKind.FILE);
    }

    @ParameterizedTest
    @CsvSource({
        "AWS_ENDPOINT_URL_S3, http://127.0.0.1:9000",
        "AWS_ENDPOINT_URL_S3, http://localhost:9000",
        "AWS_ENDPOINT_URL, 'http://[::1]:9000'",
    })
    void aServerOfThisMachineNeedsNoName(String variable, String endpoint) {
        environment.put(variable, endpoint);

        assertThat(StoreChoice.of("s3", null, environment).settings()).containsEntry("MEMORY_BUCKET", "dana-memory");
        assertThat(StoreChoice.of("dynamodb", null, environment).settings().containsKey("MEMORY_TABLE"))
                .isEqualTo(variable.equals("AWS_ENDPOINT_URL"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "https://s3.eu-central-1.amazonaws.com", "http://127.0.0.1.example.org", "no uri"})
    void elsewhereThatNameMayBeSomebodyElses(String endpoint) {
        environment.put("AWS_ENDPOINT_URL", endpoint);

        assertThat(StoreChoice.of("s3", null, environment).settings()).isEmpty();
    }

    @Test
    void theEndpointOfS3WinsOverTheGeneralOne() {
        environment.put("AWS_ENDPOINT_URL", "http://127.0.0.1:9000");
        environment.put("AWS_ENDPOINT_URL_S3", "https://s3.example.org");

        assertThat(StoreChoice.of("s3", null, environment).settings()).isEmpty();
    }

    @Test
    void eachStoreHasItsOwnNotes() {
        Path data = Path.of("/data");
        environment.put("MEMORY_BUCKET", "one");
        StoreChoice one = StoreChoice.of("s3", "/data", environment);
        environment.put("MEMORY_BUCKET", "two");
        StoreChoice two = StoreChoice.of("s3", "/data", environment);

        assertThat(new StoreChoice(data).notes()).isEqualTo(data.resolve("cli"));
        assertThat(one.notes()).isNotEqualTo(two.notes()).isNotEqualTo(data.resolve("cli"));
        assertThat(one.notes().getParent()).isEqualTo(data);
        assertThat(StoreChoice.of("s3", "/data", environment).notes()).isEqualTo(two.notes());
    }

    @Test
    void aStoreThatNobodyKnowsIsTold() {
        assertThatThrownBy(() -> StoreChoice.of("tape", null, environment))
                .hasMessage("There is no store tape; use --store file, s3 or dynamodb.");
    }
}
