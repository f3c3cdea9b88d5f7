package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.Meter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Keeps what it is given, for an hour; one file of each conversation. */
final class FakeDownloads implements Downloads {
    /** A file and the generation that it shows. */
    record Kept(long generation, String json) {}

    final Map<ConversationKey, Kept> files = new HashMap<>();
    /** What happens to be done by others right after a file was put, each once. */
    final Deque<Runnable> afterPuts = new ArrayDeque<>();

    @Override
    public Downloads within(Meter meter, Deadline deadline) {
        assertThat(deadline.hasPassed()).isFalse();
        return new Counting(meter);
    }

    @Override
    public Download put(ConversationHeader header, byte[] json) {
        files.put(header.key(), new Kept(header.generation(), new String(json, StandardCharsets.UTF_8)));
        Runnable others = afterPuts.poll();
        if (others != null) {
            others.run();
        }
        return new Download(
                "https://downloads.example/" + header.key().conversationId(),
                TestApi.NOW.plus(Duration.ofHours(1)),
                json.length);
    }

    @Override
    public boolean sweep(ConversationKey key, long throughGeneration) {
        files.computeIfPresent(key, (same, kept) -> kept.generation() <= throughGeneration ? null : kept);
        return true;
    }

    @Override
    public void forgetVersions(ConversationKey key) {}

    @Override
    public boolean removeOutdated() {
        return true;
    }

    /** As the real ones do it. */
    private final class Counting implements Downloads {
        private final Meter meter;

        Counting(Meter meter) {
            this.meter = meter;
        }

        @Override
        public Downloads within(Meter other, Deadline deadline) {
            return FakeDownloads.this.within(other, deadline);
        }

        @Override
        public Download put(ConversationHeader header, byte[] json) {
            meter.write(json.length);
            return FakeDownloads.this.put(header, json);
        }

        @Override
        public boolean sweep(ConversationKey key, long throughGeneration) {
            return FakeDownloads.this.sweep(key, throughGeneration);
        }

        @Override
        public void forgetVersions(ConversationKey key) {}

        @Override
        public boolean removeOutdated() {
            return true;
        }
    }
}
