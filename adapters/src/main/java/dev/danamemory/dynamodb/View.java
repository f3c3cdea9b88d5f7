package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.ConversationHeader;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as one read found it. Where a clear has begun it shows what will be.
 *
 * @param root what the conversation item says, or will say
 * @param pending the fence whose work is still to be done, or null
 * @param newest the newest turn, or null without turns
 * @param slots the newest turns as they came, the newest first
 */
record View(ConversationKey key, Root root, @Nullable Fence pending, Slot.@Nullable One newest, List<Slot> slots) {
    View {
        slots = List.copyOf(slots);
    }

    /** The same turns under a changed conversation item. */
    View with(Root changed) {
        return new View(key, changed, pending, newest, slots);
    }

    ConversationHeader header() {
        return root.header(key, lastTurn(), running());
    }

    long lastTurn() {
        return newest == null ? root.history().log().last() : newest.number();
    }

    @Nullable
    Running running() {
        return newest == null ? null : newest.running();
    }

    /** When the directory last recorded activity, as far as is known here. */
    Instant touchedAt() {
        Running running = running();
        return running != null && running.touchedAt().isAfter(root.times().touchedAt())
                ? running.touchedAt()
                : root.times().touchedAt();
    }

    /** Whether turns have told something that the conversation item is still to learn. */
    boolean isUnsettled() {
        ConversationHeader header = header();
        Labels labels = root.labels();
        return (header.agentId() != null && labels.agentId() == null)
                || (header.derivedTitle() != null && !header.derivedTitle().equals(labels.derivedTitle()))
                || (header.status() == ConversationStatus.ACTIVE && labels.status() == ConversationStatus.ARCHIVED);
    }
}
