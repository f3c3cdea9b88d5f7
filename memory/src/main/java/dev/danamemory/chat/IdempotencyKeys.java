package dev.danamemory.chat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Turn;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.HeldClaim;
import dev.danamemory.store.KeyClaim;
import dev.danamemory.store.StoreUnavailableException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Lets one of the calls with the same idempotency key do the work and tells the others what became of it. What became of
 * it is read off the conversation: a claim says behind which number its turn stands, if it is stored.
 *
 * @param user whose keys they are
 */
public record IdempotencyKeys(ConversationStore store, NewIds ids, InstantSource clock, UserId user) {
    // a holder has given up this long after its own deadline
    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    /**
     * What this call may do.
     *
     * @param loaded the conversation that the call names, as it is; null when the call is to make one
     * @param newId id of the conversation that the call makes if it makes one
     * @param turnId the turn's, where the caller chose it, or null
     * @param deadline until when this call is at work
     */
    public KeyRuling rule(
            RequestKey key, @Nullable Conversation loaded, String newId, @Nullable String turnId, Deadline deadline) {
        Instant lease = clock.instant().plus(deadline.left()).plus(GRACE);
        KeyClaim mine = loaded == null ? ofNew(key, newId, turnId, lease) : of(key, loaded, turnId, lease);
        while (true) {
            HeldClaim held = store.claim(user, key.name(), mine);
            if (held.isMine()) {
                return new KeyRuling.Proceed(held, Optional.ofNullable(loaded));
            }
            if (!held.claim().bodyDigest().equals(key.bodyDigest())) {
                return new KeyRuling.Reused();
            }
            Optional<KeyRuling> ruling = rule(key, held, lease);
            if (ruling.isPresent()) {
                return ruling.get();
            }
        }
    }

    private KeyClaim ofNew(RequestKey key, String newId, @Nullable String turnId, Instant lease) {
        String turn = turnId != null ? turnId : ids.turn(0);
        return new KeyClaim(
                ids.nonce(), key.bodyDigest(), newId, ids.nonce(), null, turn, 0, null, 1, lease, clock.instant());
    }

    private KeyClaim of(RequestKey key, Conversation loaded, @Nullable String turnId, Instant lease) {
        ConversationHeader header = loaded.header();
        return new KeyClaim(
                ids.nonce(),
                key.bodyDigest(),
                header.key().conversationId(),
                null,
                header.epoch(),
                turnId != null ? turnId : ids.turn(loaded.lastTurn()),
                loaded.lastTurn(),
                null,
                1,
                lease,
                clock.instant());
    }

    // nothing when somebody else took the claim over meanwhile
    private Optional<KeyRuling> rule(RequestKey key, HeldClaim held, Instant lease) {
        KeyClaim claim = held.claim();
        Optional<Conversation> conversation = store.load(new ConversationKey(user, claim.conversationId()), 1);
        if (conversation.isEmpty()) {
            return claim.epoch() == null
                    ? takeOver(key, held, conversation, lease)
                    : Optional.of(new KeyRuling.TurnGone());
        }
        if (isAnother(conversation.get().header(), claim)) {
            return Optional.of(new KeyRuling.TurnGone());
        }
        return store.storedAfter(conversation.get(), claim.from(), claim.turnId())
                .map(turn -> stored(key, held, conversation.get(), turn, lease))
                .orElseGet(() -> takeOver(key, held, conversation, lease));
    }

    private static boolean isAnother(ConversationHeader now, KeyClaim claim) {
        return (claim.epoch() != null && !claim.epoch().equals(now.epoch()))
                || (claim.birth() != null && !claim.birth().equals(now.birth()));
    }

    private Optional<KeyRuling> stored(
            RequestKey key, HeldClaim held, Conversation conversation, Turn turn, Instant lease) {
        return switch (turn.status()) {
            case COMPLETE ->
                Optional.of(new KeyRuling.Replay(conversation.header().key().conversationId(), turn));
            case REDACTED -> Optional.of(new KeyRuling.TurnGone());
            case FAILED -> {
                KeyClaim anew = held.claim().insteadOf(turn.turnNumber(), ids.turn(conversation.lastTurn()), lease);
                yield replace(key, held, anew, Optional.of(conversation));
            }
        };
    }

    private Optional<KeyRuling> takeOver(
            RequestKey key, HeldClaim held, Optional<Conversation> conversation, Instant lease) {
        Duration left = Duration.between(clock.instant(), held.claim().leaseUntil());
        if (left.isPositive()) {
            return Optional.of(new KeyRuling.InProgress(left.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : left));
        }
        return replace(key, held, held.claim().again(lease), conversation);
    }

    private Optional<KeyRuling> replace(
            RequestKey key, HeldClaim held, KeyClaim next, Optional<Conversation> conversation) {
        return store.replaceClaim(user, key.name(), held, next)
                .map(taken -> new KeyRuling.Proceed(taken, conversation));
    }

    /**
     * What the call may do now that it has made its conversation, or found it made: an earlier holder of the claim may
     * have stored the turn, or seen all of it erased.
     *
     * @throws StoreUnavailableException when somebody else took the claim over meanwhile; to be tried again
     */
    public KeyRuling made(RequestKey key, HeldClaim held, Conversation made) {
        Optional<Conversation> there = held.claim().attempt() == 1
                ? Optional.of(made)
                : store.load(made.header().key(), 1);
        if (there.isEmpty()) {
            return new KeyRuling.TurnGone();
        }
        String id = made.header().key().conversationId();
        return store.storedAfter(there.get(), 0, held.claim().turnId())
                .<KeyRuling>map(turn -> new KeyRuling.Replay(id, turn))
                .orElseGet(() -> store.replaceClaim(
                                user,
                                key.name(),
                                held,
                                held.claim().in(there.get().header().epoch()))
                        .map(placed -> new KeyRuling.Proceed(placed, there))
                        .orElseThrow(() -> new StoreUnavailableException(
                                "the idempotency key was taken over", SHORTEST_WAIT, null)));
    }

    /** Nothing came of it: a repeat need not wait. Best effort, for the lease ends by itself. */
    public void end(RequestKey key, HeldClaim held) {
        try {
            store.replaceClaim(user, key.name(), held, held.claim().ended(clock.instant()));
        } catch (RuntimeException theLeaseEndsByItself) {
            return;
        }
    }
}
