package dev.danamemory.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files to import that are larger than there is memory for. */
class ImportedFileTest {
    private static final int LIMIT = 1024 * 1024;
    private static final String TOO_LARGE = "is over 1 MiB, the largest file for which there is memory";
    private static final String ONE = "{\"conversation_id\": \"one\", \"history\": []}";
    private static final String LARGEST = ONE.replace("[]", "[" + " ".repeat(LIMIT - ONE.length()) + "]");
    private static final String LARGER = ONE.replace("[]", "[" + " ".repeat(LIMIT - ONE.length() + 1) + "]");

    @TempDir
    Path folder;

    private ImportedFile file(String content) throws IOException {
        Path file = folder.resolve("all.jsonl");
        Files.write(file, content.getBytes(UTF_8));
        return ImportedFile.open(file.toString(), LIMIT);
    }

    @Test
    void aLineThatIsTooLargeCostsOnlyItself() throws IOException {
        try (ImportedFile file = file(LARGER + "\n" + ONE + "\n" + LARGER + "\n" + LARGEST + "\n" + LARGER)) {
            assertThatThrownBy(file::next).hasMessageContaining(TOO_LARGE);
            assertThat(file.place()).endsWith("all.jsonl:1");
            assertThat(file.next().json().path("conversation_id").asText()).isEqualTo("one");
            assertThatThrownBy(file::next).hasMessageContaining(TOO_LARGE);
            assertThat(file.place()).endsWith("all.jsonl:3");
            assertThat(file.next().content()).hasSize(LIMIT);
            assertThatThrownBy(file::next).hasMessageContaining(TOO_LARGE);
            assertThat(file.hasNext()).isFalse();
        }
    }

    @Test
    void aFileOfSeveralLinesIsToldWithoutReadingItAll() throws IOException {
        try (ImportedFile file = file("{\n" + " ".repeat(2 * LIMIT))) {
            assertThatThrownBy(file::next).hasMessageContaining(TOO_LARGE);
            assertThat(file.hasNext()).isFalse();
        }
    }

    @Test
    void aFileOfSeveralLinesMayHaveTheLargestSize() throws IOException {
        try (ImportedFile file = file("{\n\"history\": [" + " ".repeat(LIMIT - 16) + "]}")) {
            assertThat(file.next().content()).hasSizeBetween(LIMIT - 2, LIMIT);
        }
    }
}
