package dev.danamemory.dynamodb;

import dev.danamemory.dana.TurnJson;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.TurnArchive;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The turns of conversations that lie in the archive and not in the table, if there is an archive.
 *
 * @param archive or null
 */
record ArchivedTurns(@Nullable TurnArchive archive) {
    // an archive may hold large turns
    private static final int READ_AT_ONCE = 100;
    private static final Duration LATER = Duration.ofMinutes(1);

    ArchivedTurns within(Meter meter, Deadline deadline) {
        return new ArchivedTurns(archive == null ? null : archive.within(meter, deadline));
    }

    boolean isThere() {
        return archive != null;
    }

    /**
     * Some of these turns from the first on, at least one.
     *
     * @param to at most the last that is archived
     * @throws MovedException when there is a hole
     */
    List<Turns.Sized> forwards(View view, long from, long to) {
        return read(view, from, Math.min(to, from + READ_AT_ONCE - 1));
    }

    /** Some of these turns up to the last, at least one; in order. */
    List<Turns.Sized> backwards(View view, long from, long to) {
        return read(view, Math.max(from, to - READ_AT_ONCE + 1), to);
    }

    private List<Turns.Sized> read(View view, long from, long to) {
        List<Turn> turns = needed().turns(named(view.header()), from, to);
        List<Turns.Sized> sized = new ArrayList<>();
        for (Turn turn : turns) {
            if (turn.turnNumber() != from + sized.size()) {
                break;
            }
            sized.add(new Turns.Sized(turn, JsonWriter.bytes(TurnJson.stored(turn)).length));
        }
        if (sized.size() != to - from + 1) {
            throw new MovedException(Keys.turn(view.key(), view.root().epoch(), from + sized.size()));
        }
        return sized;
    }

    void store(ConversationHeader header, List<Turn> turns) {
        needed().store(named(header), turns);
    }

    /** Redacts a turn in every copy there is, those of an archiving that was not completed included. */
    void redact(View view, long number) {
        requireFor(view);
        if (archive != null) {
            archive.redact(named(view.header()), number);
        }
    }

    /** A redaction is complete, with this header: what else was copied of the conversation before goes. */
    void redacted(ConversationHeader header) {
        if (archive != null) {
            archive.redacted(named(header));
        }
    }

    /** Whether there are copies of turns that are not read from here: of an archiving that came to nothing. */
    boolean hasBehind(View view) {
        ConversationHeader header = view.header();
        long next = view.root().history().archived().through() + 1;
        try {
            return archive != null
                    && !archive.turns(named(header), next, header.lastTurn()).isEmpty();
        } catch (StoredDataUnreadableException damaged) {
            return true;
        }
    }

    /** Deletes copies of turns behind a number. */
    void dropBehind(ConversationHeader header, long number) {
        if (archive != null) {
            archive.dropBehind(named(header), number);
        }
    }

    /**
     * Deletes what is archived of the conversation's epochs that began with this generation or an earlier one.
     *
     * @return how many archives were deleted, or -1 when time ran out
     */
    long sweep(ConversationKey key, long throughGeneration) {
        return archive == null ? 0 : archive.sweep(key, throughGeneration);
    }

    /** Deletes, where the archive keeps such, versions of what was deleted and changed. */
    void forgetVersions(ConversationKey key) {
        if (archive != null) {
            archive.forgetVersions(key);
        }
    }

    /** Refuses to go on where turns are archived and nobody says where: they would be neither read nor erased. */
    void requireFor(View view) {
        if (view.root().history().archived().through() > 0) {
            needed();
        }
    }

    private TurnArchive needed() {
        if (archive == null) {
            throw new StoreUnavailableException(
                    "turns of this conversation are archived, and MEMORY_ARCHIVE, which says where, is not set",
                    LATER,
                    null);
        }
        return archive;
    }

    // archives are named alike whatever store they come from
    private static ConversationHeader named(ConversationHeader header) {
        return new ConversationHeader(
                header.key(),
                header.agentId(),
                header.title(),
                header.derivedTitle(),
                header.status(),
                header.generation(),
                Epoch.archived(header.epoch()),
                header.birth(),
                header.createdAt(),
                header.updatedAt(),
                header.firstTurn(),
                header.lastTurn(),
                header.sessionCount(),
                header.summaryCount(),
                header.metadata());
    }
}
