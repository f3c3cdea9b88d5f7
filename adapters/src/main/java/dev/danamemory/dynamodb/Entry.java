package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.InstantText;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.DirectoryEntry;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lists and cleanup read of a conversation without reading it.
 *
 * @param birth of the conversation that this is the entry of
 * @param revision of the conversation item that it shows; 0 while that is still to come
 * @param activeAt when activity was last recorded
 */
record Entry(DirectoryEntry shown, String birth, long revision, Instant activeAt) {
    /** The entry that a conversation should have. */
    static Entry of(View view, Instant activeAt) {
        return of(view.header(), view.root(), activeAt);
    }

    static Entry of(ConversationHeader header, Root root, Instant activeAt) {
        return new Entry(
                new DirectoryEntry(
                        header.key().conversationId(),
                        header.agentId(),
                        title(header, root.labels()),
                        header.status(),
                        header.createdAt(),
                        InstantText.of(activeAt),
                        header.metadata()),
                root.birth(),
                root.revision(),
                activeAt);
    }

    // a message that is about to be stored is shown before it is
    private static @Nullable String title(ConversationHeader header, Labels labels) {
        String shown = header.shownTitle();
        return shown == null && labels.isExpected() ? labels.derivedTitle() : shown;
    }

    /** Whether it is for a conversation that is still being written and not to be shown. */
    boolean isEarly() {
        return revision == 0;
    }

    Entry early() {
        return new Entry(shown, birth, 0, activeAt);
    }

    ConversationStatus status() {
        return shown.status();
    }
}
