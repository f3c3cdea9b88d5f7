package dev.danamemory.functions.cleanup;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CleanupEventTest {
    private static final Path EVENTS = Path.of("../events");

    private static CleanupEvent read(String json) {
        return CleanupEvent.read(json.replace('\'', '"').getBytes(UTF_8));
    }

    @Test
    void theSampleEvents() throws IOException {
        assertThat(CleanupEvent.read(Files.readAllBytes(EVENTS.resolve("cleanup.json")))
                        .isDryRun())
                .isFalse();
        assertThat(CleanupEvent.read(Files.readAllBytes(EVENTS.resolve("cleanup-dry-run.json")))
                        .isDryRun())
                .isTrue();
    }

    @Test
    void whoeverSaysWhatTheyWantGetsIt() {
        assertThat(read("{'dry_run': true, 'more': 1}").isDryRun()).isTrue();
        assertThat(read("{'dry_run': false}").isDryRun()).isFalse();
        assertThat(read("{'detail-type': 'Scheduled Event', 'dry_run': true}").isDryRun())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "true",
                "{'dry_run': 'true'}",
                "{'dry_run': 1}",
                "{'dry_run': null, 'detail-type': 'Scheduled Event'}",
                "{'dry-run': true}",
                "{'detail-type': 'EC2 Instance State-change Notification'}",
                "{'version': '2.0', 'routeKey': 'GET /health'}"
            })
    void nothingElseBeginsARun(String event) {
        assertThatThrownBy(() -> read(event))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("dry_run");
    }
}
