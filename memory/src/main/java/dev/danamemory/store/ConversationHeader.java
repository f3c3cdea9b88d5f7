package dev.danamemory.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conversation besides its turns.
 *
 * @param agentId named at creation, else that of the first turn which names one, else null
 * @param title the caller's, or null when the derived one holds
 * @param derivedTitle from the first message that is still there, or null
 * @param generation rises with clear, redaction and a new beginning; never used twice for one id
 * @param epoch names the run of turns since the last clear; stands in every turn's key
 * @param birth names the creation, so that a writer can tell an id that began anew
 * @param createdAt ISO 8601, as written by us or by an imported file
 * @param updatedAt likewise: when a turn or a change came last
 * @param firstTurn number of the first turn that is kept (an import may begin above 1); 1 without turns
 * @param lastTurn number of the last turn, which is also the total; 0 without turns
 * @param sessionCount runs of turns, those counted by an imported file included; 0 without turns
 * @param summaryCount all summaries, those not loaded included
 * @param metadata the caller's; nobody may change this tree
 */
public record ConversationHeader(
        ConversationKey key,
        @Nullable String agentId,
        @Nullable String title,
        @Nullable String derivedTitle,
        ConversationStatus status,
        long generation,
        String epoch,
        String birth,
        String createdAt,
        String updatedAt,
        long firstTurn,
        long lastTurn,
        long sessionCount,
        long summaryCount,
        ObjectNode metadata) {
    /** The title to show: the caller's, else the derived one, else null. */
    public @Nullable String shownTitle() {
        return title != null ? title : derivedTitle;
    }

    /** How many turns are kept. */
    public long keptTurns() {
        return lastTurn - firstTurn + 1;
    }

    /** With another label. */
    public ConversationHeader withStatus(ConversationStatus changed) {
        return labelled(title, changed, metadata, updatedAt);
    }

    /** With what a caller calls it. */
    public ConversationHeader labelled(
            @Nullable String newTitle, ConversationStatus newStatus, ObjectNode newMetadata, String at) {
        return new ConversationHeader(
                key,
                agentId,
                newTitle,
                derivedTitle,
                newStatus,
                generation,
                epoch,
                birth,
                createdAt,
                at,
                firstTurn,
                lastTurn,
                sessionCount,
                summaryCount,
                newMetadata);
    }

    /** With nothing remembered, in a new epoch; id, agent, the caller's title and metadata stay. */
    public ConversationHeader emptied(long newGeneration, String newEpoch, String at) {
        return new ConversationHeader(
                key, agentId, title, null, status, newGeneration, newEpoch, birth, createdAt, at, 1, 0, 0, 0, metadata);
    }

    /**
     * With one turn more, which makes it active.
     *
     * @param turnsAgent the turn's, the conversation's from now on if it has none
     * @param message the title to derive if there is none yet, or null
     */
    public ConversationHeader appended(
            @Nullable String turnsAgent, @Nullable String message, long sessions, String at) {
        return new ConversationHeader(
                key,
                agentId != null ? agentId : turnsAgent,
                title,
                derivedTitle != null ? derivedTitle : message,
                ConversationStatus.ACTIVE,
                generation,
                epoch,
                birth,
                createdAt,
                at,
                firstTurn,
                lastTurn + 1,
                sessions,
                summaryCount,
                metadata);
    }

    /** With a turn redacted. */
    public ConversationHeader redacted(@Nullable String newDerivedTitle, long newGeneration, String at) {
        return new ConversationHeader(
                key,
                agentId,
                title,
                newDerivedTitle,
                status,
                newGeneration,
                epoch,
                birth,
                createdAt,
                at,
                firstTurn,
                lastTurn,
                sessionCount,
                summaryCount,
                metadata);
    }

    /** With one summary more. */
    public ConversationHeader summarised() {
        return new ConversationHeader(
                key,
                agentId,
                title,
                derivedTitle,
                status,
                generation,
                epoch,
                birth,
                createdAt,
                updatedAt,
                firstTurn,
                lastTurn,
                sessionCount,
                summaryCount + 1,
                metadata);
    }
}
