package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivePlaceTest {
    @ParameterizedTest
    @CsvSource({
        "s3://dana-archive, dana-archive, ''",
        "s3://dana-archive/, dana-archive, ''",
        "s3://dana-archive/cold, dana-archive, cold/",
        "s3://dana-archive/cold/, dana-archive, cold/",
        "s3://dana.archive.eu/a/b, dana.archive.eu, a/b/"
    })
    void aBucket(String value, String name, String prefix) {
        assertThat(ArchivePlace.of(value)).isEqualTo(new ArchivePlace.Bucket(name, prefix));
    }

    @Test
    void aFolder() {
        assertThat(ArchivePlace.of("/var/lib/archive")).isEqualTo(new ArchivePlace.Folder(Path.of("/var/lib/archive")));
        assertThat(ArchivePlace.of("archive")).isEqualTo(new ArchivePlace.Folder(Path.of("archive")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3://", "s3://A", "s3:///x", "https://bucket/x", "s3://-x/y", "a\u0000b"})
    void whatIsNeitherStopsTheStart(String value) {
        assertThatThrownBy(() -> ArchivePlace.of(value))
                .isInstanceOf(StartException.class)
                .hasMessage("MEMORY_ARCHIVE must be s3://bucket/prefix or a folder");
    }
}
