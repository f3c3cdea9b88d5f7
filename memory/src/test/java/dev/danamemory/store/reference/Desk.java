package dev.danamemory.store.reference;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.reference.Cells.Cell;
import dev.danamemory.store.reference.Value.Damaged;
import dev.danamemory.store.reference.Value.Head;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What all operations work with. */
record Desk(Backend backend, InstantSource clock, Names names, Set<Rule> broken) {
    /** How often an operation begins again that meets others. */
    static final int ROUNDS = 1_000;

    /** A head as it was read. */
    record Read(Head head, long version) implements Conversation.State {}

    boolean holds(Rule rule) {
        return !broken.contains(rule);
    }

    Instant now() {
        return clock.instant();
    }

    static String random() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    /** The next generation after one that was used. */
    long after(long generation) {
        return Math.max(generation + 1, now().toEpochMilli());
    }

    /** Whatever stands under the conversation's name. */
    Optional<Cell> raw(ConversationKey key) {
        return backend.get(names.head(key));
    }

    /** The conversation, if there is one. */
    Optional<Read> live(ConversationKey key) {
        try {
            return raw(key).flatMap(cell -> live(key, cell));
        } catch (StoreUnavailableException unavailable) {
            if (holds(Rule.FAILED_READ_IS_AN_ERROR)) {
                throw unavailable;
            }
            return Optional.empty();
        }
    }

    /** What was read, if it is a conversation. */
    Optional<Read> live(ConversationKey key, Cell cell) {
        if (cell.value() instanceof Damaged && holds(Rule.DAMAGE_IS_AN_ERROR)) {
            throw new StoredDataUnreadableException(names.head(key), "it is cut off", null);
        }
        return cell.value() instanceof Head head ? Optional.of(new Read(head, cell.version())) : Optional.empty();
    }

    /** What a caller gets to go on from. */
    Conversation conversation(Read read) {
        Head head = read.head();
        return new Conversation(head.header(), head.turns(), head.summaries(), now(), read);
    }

    static Read read(Conversation loaded) {
        return (Read) loaded.state();
    }

    static StoreUnavailableException contended() {
        return new StoreUnavailableException("too many others write here", Duration.ofSeconds(1), null);
    }
}
