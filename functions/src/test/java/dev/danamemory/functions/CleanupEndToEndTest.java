package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cleanup from event to files: what it does, and what it leaves alone. */
class CleanupEndToEndTest extends OverTime {
    @Test
    void whatIsOldEnoughIsDeletedWithItsArchive() throws IOException {
        importAs(api, "kitchen", "brief", file(TURNS));
        importAs(api, "forever", "lasting", file(TURNS));
        clock.advance(Duration.ofDays(2));
        cleanup(false);
        clock.advance(Duration.ofDays(29));
        JsonNode report = cleanup(false);
        assertThat(report.path("deleted").intValue()).as(report.toString()).isEqualTo(1);
        assertThat(report.path("deleted_turns").intValue()).isEqualTo(TURNS);
        api.get("/conversations/kitchen").reply().isProblem(404, "not-found");
        assertThat(files("archive")).isEmpty();
        assertThat(api.get("/conversations/forever").reply().number("total_turns"))
                .isEqualTo(TURNS);
        clock.advance(Duration.ofDays(2));
        cleanup(false);
        clock.advance(Duration.ofDays(2));
        cleanup(false);
        assertThat(FolderBytes.of(folder).keySet())
                .as("late sweeps leave nothing of it")
                .noneMatch(name -> name.contains("kitchen"));
    }

    @Test
    void whatIsInUseIsLeftAlone() throws IOException {
        importAs(api, "kitchen", "brief", file(TURNS));
        clock.advance(Duration.ofDays(31));
        api.withTurn("kitchen", "I am back", "Welcome");
        JsonNode report = cleanup(false);
        assertThat(report.path("deleted").intValue()).isZero();
        assertThat(report.path("archived").intValue()).isZero();
        assertThat(api.get("/conversations/kitchen").reply().number("total_turns"))
                .isEqualTo(TURNS + 1);
    }

    @Test
    void aDryRunChangesNoByte() throws IOException {
        importAs(api, "kitchen", "brief", file(TURNS));
        importAs(api, "garden", "brief", file(3));
        clock.advance(Duration.ofDays(2));
        api.withTurn("garden", "In use", "Yes");
        Map<String, String> before = FolderBytes.of(folder);
        JsonNode report = cleanup(true);
        assertThat(report.path("archived").intValue()).isEqualTo(1);
        assertThat(report.at("/would/0/conversation_id").asText()).isEqualTo("kitchen");
        assertThat(FolderBytes.of(folder)).isEqualTo(before);
        clock.advance(Duration.ofDays(30));
        assertThat(cleanup(true).path("deleted").intValue()).isEqualTo(2);
        assertThat(FolderBytes.of(folder)).isEqualTo(before);
    }
}
