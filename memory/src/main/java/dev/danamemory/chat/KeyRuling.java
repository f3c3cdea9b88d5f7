package dev.danamemory.chat;

import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.HeldClaim;
import java.time.Duration;
import java.util.Optional;

/** What a call with an idempotency key may do. */
public sealed interface KeyRuling {
    /**
     * It holds the claim: it stores its turn under the claim's turn id.
     *
     * @param conversation nothing when the call is to make it, under the claim's id and birth
     */
    record Proceed(HeldClaim held, Optional<Conversation> conversation) implements KeyRuling {}

    /** There is nothing to do. */
    sealed interface Settled extends KeyRuling {}

    /** An earlier call has stored the turn. */
    record Replay(String conversationId, Turn turn) implements Settled {}

    /** The key was used with another body. */
    record Reused() implements Settled {}

    /** Another call is at it. */
    record InProgress(Duration retryAfter) implements Settled {}

    /** The turn was stored, and cleared, redacted or erased since. */
    record TurnGone() implements Settled {}
}
