package dev.danamemory.store.reference;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.DirectoryEntry;
import dev.danamemory.store.KeyClaim;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What can stand under a name. */
sealed interface Value {
    /** About how large it is. */
    long bytes();

    /**
     * A conversation with its newest turns.
     *
     * @param summaries the last three
     * @param summarisedThrough number of the last turn that is summarised
     * @param touchedAt when activity was last recorded
     * @param importDigest of the file it was made of, until it is cleared
     * @param file that file without turns and summaries
     */
    record Head(
            ConversationHeader header,
            List<Turn> turns,
            List<Summary> summaries,
            long summarisedThrough,
            Instant touchedAt,
            @Nullable String importDigest,
            @Nullable DanaFile file)
            implements Value {
        @Override
        public long bytes() {
            return 500
                    + turns.stream().mapToLong(Value::bytes).sum()
                    + summaries.stream().mapToLong(Value::bytes).sum();
        }

        Head with(ConversationHeader changed) {
            return new Head(changed, turns, summaries, summarisedThrough, touchedAt, importDigest, file);
        }

        Head with(List<Turn> changed) {
            return new Head(header, changed, summaries, summarisedThrough, touchedAt, importDigest, file);
        }

        Head touched(Instant now) {
            return new Head(header, turns, summaries, summarisedThrough, now, importDigest, file);
        }
    }

    /** What stays of an erased conversation. */
    record Stub(String birth, long generation) implements Value {
        @Override
        public long bytes() {
            return 50;
        }
    }

    /** Turns that left the head. */
    record Block(List<Turn> turns) implements Value {
        @Override
        public long bytes() {
            return turns.stream().mapToLong(Value::bytes).sum();
        }
    }

    /** A summary that left the head. */
    record OldSummary(Summary summary) implements Value {
        @Override
        public long bytes() {
            return Value.bytes(summary);
        }
    }

    /** A conversation in its owner's list. */
    record Listed(String birth, Instant activity, DirectoryEntry entry) implements Value {
        @Override
        public long bytes() {
            return 200;
        }
    }

    /** What stays of an erased conversation in its owner's list. */
    record Unlisted(String birth) implements Value {
        @Override
        public long bytes() {
            return 50;
        }
    }

    /** A claim of an idempotency key. */
    record Claimed(KeyClaim claim) implements Value {
        @Override
        public long bytes() {
            return 300;
        }
    }

    /** When all of a user's was erased. */
    record UserErased(Instant at) implements Value {
        @Override
        public long bytes() {
            return 50;
        }
    }

    /** Half of what was there. */
    record Damaged(String rest) implements Value {
        @Override
        public long bytes() {
            return rest.length();
        }
    }

    /** About how large a turn is. */
    static long bytes(Turn turn) {
        long steps = turn.steps().isEmpty() ? 0 : turn.steps().toString().length();
        return 200L + turn.userInput().length() + turn.agentResponse().length() + steps;
    }

    private static long bytes(Summary summary) {
        return 100L + summary.content().length();
    }
}
