package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.store.Conversation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Sessions are counted by the turns' own timestamps. */
public interface SessionContract extends Clauses {
    /** A turn's timestamp and the count with it. */
    record Count(String timestamp, long sessions) {}

    @Test
    default void sessionsAreCountedByTimestamps() {
        ConversationKey key = bench().key();
        Conversation last = bench().create(key);
        for (Count count : List.of(
                new Count("2026-11-22T12:00:00Z", 1),
                new Count("2026-11-22T12:29:59.999999", 1),
                new Count("2026-11-22T12:59:59.999999Z", 2),
                new Count("2026-11-22T14:00:00+01:00", 2),
                new Count("2026-11-20T09:00:00Z", 2),
                new Count("2026-11-20T09:29:00Z", 2),
                new Count("2026-11-21", 3),
                new Count("2026-11-21T00:30:00", 4))) {
            last = bench().appendAll(last, List.of(Samples.turn("said", count.timestamp(), null)));
            assertThat(last.header().sessionCount()).as(count.timestamp()).isEqualTo(count.sessions());
            bench().clock().advance(Duration.ofHours(3));
        }
        assertThat(bench().observe(key).header().sessionCount()).isEqualTo(4);
    }

    @Test
    default void aSessionEndsAfterTheMinutesOfTheSettings() {
        MemorySettings five = new MemorySettings(20, 5, 3, 2000, true, 20, "rules", 5, null, null);
        ConversationKey key = bench().key();
        bench().create(key);
        for (String minute : List.of("00", "04", "09")) {
            var turn = Samples.turn("said", "2026-11-22T12:" + minute + ":00Z", null);
            Bench.appended(bench().store().append(bench().load(key), turn, five));
        }
        assertThat(bench().load(key).header().sessionCount()).isEqualTo(2);
    }

    @Test
    default void aCountGoesOnFromThatOfAFile() {
        ConversationKey key = bench().key();
        bench().imported(key, Samples.file(1, 25));
        assertThat(bench().load(key).header().sessionCount()).isEqualTo(7);
        String lastTime = bench().load(key).turns().getLast().timestamp();
        bench().append(bench().load(key), Samples.turn("soon", lastTime, null));
        assertThat(bench().load(key).header().sessionCount()).isEqualTo(7);
        bench().append(bench().load(key), Samples.turn("later", "2026-11-29T00:00:00", null));
        assertThat(bench().load(key).header().sessionCount()).isEqualTo(8);
    }

    @Test
    default void aFileThatCountedNoneIsCounted() {
        ConversationKey key = bench().key();
        var file = Samples.with(Samples.file(1, 25), Samples.turns(1, 25), null);
        assertThat(bench().imported(key, file).header().sessionCount()).isEqualTo(25);
    }

    @Test
    default void aClearBeginsTheCountAgain() {
        ConversationKey key = bench().key();
        bench().imported(key, Samples.file(1, 25));
        bench().clear(key);
        bench().append(key, "new");
        assertThat(bench().observe(key).header().sessionCount()).isEqualTo(1);
    }
}
