package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.blob.BlobArchive;
import dev.danamemory.blob.disk.DiskBlobs;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LateBesidesTest {
    private static final ConversationKey KEY = new ConversationKey(new UserId("alice"), "kitchen");

    @TempDir
    Path folder;

    private final AtomicInteger asked = new AtomicInteger();

    private Besides open() {
        if (asked.incrementAndGet() == 1) {
            throw new StartException("no region yet");
        }
        try {
            return new Besides(new BlobArchive(DiskBlobs.open(folder), ""), Optional.of(new FakeDownloads()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void areOpenedByTheFirstCallAndThenKept() {
        Besides late = new LateBesides(this::open).besides();
        assertThat(asked).as("asked at the start").hasValue(0);

        assertThatThrownBy(() -> late.cold().sweep(KEY, 1)).hasMessage("no region yet");
        assertThat(late.cold().sweep(KEY, 1)).isZero();
        assertThat(late.downloads().orElseThrow().removeOutdated()).isTrue();

        assertThat(asked).as("asked until it was opened").hasValue(2);
    }
}
