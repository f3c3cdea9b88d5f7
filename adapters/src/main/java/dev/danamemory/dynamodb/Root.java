package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.InstantText;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.rules.Archived;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The conversation item: what no turn changes. The rest of what a conversation is comes from its newest turn.
 *
 * @param revision rises with every change; with the birth it tells one state from all others
 */
record Root(String birth, long revision, long generation, String epoch, Labels labels, Times times, History history) {
    /**
     * When things happened.
     *
     * @param createdAt ISO 8601
     * @param updatedAt ISO 8601, of the last change but turns
     * @param touchedAt when the directory last recorded activity, but for what turns tell
     * @param through the last turn when labels changed: a later one makes the conversation active, and newer
     */
    record Times(String createdAt, String updatedAt, Instant touchedAt, long through) {
        /** Of a change now. */
        Times changed(Instant now, long lastTurn) {
            return new Times(createdAt, InstantText.of(now), now, lastTurn);
        }

        /** With a label that holds up to this turn, and no change that counts as use. */
        Times labelled(String updated, long lastTurn) {
            return new Times(createdAt, updated, touchedAt, lastTurn);
        }

        /** Activity recorded now, and no change. */
        Times touched(Instant now) {
            return new Times(createdAt, updatedAt, now, through);
        }
    }

    /** One revision on. */
    Root next(Labels newLabels, Times newTimes) {
        return new Root(birth, revision + 1, generation, epoch, newLabels, newTimes, history);
    }

    /** One revision on. */
    Root next(History newHistory) {
        return new Root(birth, revision + 1, generation, epoch, labels, times, newHistory);
    }

    /** One revision on, what is in the archive changed and nothing that a caller sees. */
    Root next(Archived archived) {
        return next(history.with(archived));
    }

    /** With another history, the revision not counted. */
    Root with(History newHistory) {
        return new Root(birth, revision, generation, epoch, labels, times, newHistory);
    }

    /** In another generation, the revision not counted. */
    Root raised(long newGeneration) {
        return new Root(birth, revision, newGeneration, epoch, labels, times, history);
    }

    /** With nothing remembered, in the epoch that a fence names. What a file brought along goes with its turns. */
    Root emptied(Fence fence, long newGeneration, ConversationHeader header) {
        Times cleared = new Times(times.createdAt(), InstantText.of(fence.at()), fence.at(), 0);
        Labels kept = labels.told(header).derived(null);
        return new Root(birth, revision + 1, newGeneration, fence.nextEpoch(), kept, cleared, History.EMPTY);
    }

    /** The header, with what the newest turn tells. */
    ConversationHeader header(ConversationKey key, long lastTurn, @Nullable Running newest) {
        boolean isNewer = lastTurn > times.through();
        @Nullable Instant activeAt = newest == null ? null : newest.activeAt();
        return new ConversationHeader(
                key,
                agentId(newest),
                labels.title(),
                derivedTitle(newest),
                isNewer ? ConversationStatus.ACTIVE : labels.status(),
                generation,
                epoch,
                birth,
                times.createdAt(),
                isNewer && activeAt != null ? InstantText.of(activeAt) : times.updatedAt(),
                history.log().first(),
                lastTurn,
                newest == null ? history.log().sessions() : newest.sessions(),
                history.summaryCount(),
                labels.metadata());
    }

    private @Nullable String agentId(@Nullable Running newest) {
        return labels.agentId() != null || newest == null ? labels.agentId() : newest.agentId();
    }

    private @Nullable String derivedTitle(@Nullable Running newest) {
        if (labels.derivedTitle() != null && !labels.isExpected()) {
            return labels.derivedTitle();
        }
        if (newest == null) {
            return null;
        }
        return newest.confirmsTitle() ? labels.derivedTitle() : newest.title();
    }
}
