package dev.danamemory.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is written down for an idempotency key before its call does anything. It holds no text: bodies and keys are there
 * as digests.
 *
 * @param nonce random, of the call that made the claim: by it that call knows its own
 * @param bodyDigest tells whether a repeat has the same body
 * @param conversationId where the turn is to stand
 * @param birth of the conversation when this call makes it, else null
 * @param epoch in which the turn is to stand; null while the conversation is not made yet
 * @param turnId of the turn to be, the same for all who take the claim over
 * @param from the turn stands behind this number, if it is stored
 * @param replaces number of the failed turn that is tried anew, or null
 * @param attempt rises with every takeover
 * @param leaseUntil until then its holder may be at work
 * @param createdAt a claim is forgotten a day later
 */
public record KeyClaim(
        String nonce,
        String bodyDigest,
        String conversationId,
        @Nullable String birth,
        @Nullable String epoch,
        String turnId,
        long from,
        @Nullable Long replaces,
        long attempt,
        Instant leaseUntil,
        Instant createdAt) {
    /** The claim for another attempt at the same turn. */
    public KeyClaim again(Instant until) {
        return new KeyClaim(
                nonce, bodyDigest, conversationId, birth, epoch, turnId, from, replaces, attempt + 1, until, createdAt);
    }

    /** The claim for a turn in the place of a failed one. */
    public KeyClaim insteadOf(long failedTurn, String newTurnId, Instant until) {
        return new KeyClaim(
                nonce,
                bodyDigest,
                conversationId,
                birth,
                epoch,
                newTurnId,
                failedTurn,
                failedTurn,
                attempt + 1,
                until,
                createdAt);
    }

    /** The claim once its conversation is there, whoever made it. */
    public KeyClaim in(String conversationsEpoch) {
        return new KeyClaim(
                nonce,
                bodyDigest,
                conversationId,
                null,
                conversationsEpoch,
                turnId,
                from,
                replaces,
                attempt,
                leaseUntil,
                createdAt);
    }

    /** The claim of a holder that is not at work any more. */
    public KeyClaim ended(Instant now) {
        return new KeyClaim(
                nonce, bodyDigest, conversationId, birth, epoch, turnId, from, replaces, attempt, now, createdAt);
    }
}
