package dev.danamemory.blob;

import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.ConversationHeader;
import org.jspecify.annotations.Nullable;

/** What of a conversation its list entry shows and a turn can change. */
record Shown(@Nullable String title, @Nullable String agentId, ConversationStatus status) {
    /** What the entry should show. */
    static Shown of(ConversationHeader header) {
        return new Shown(header.shownTitle(), header.agentId(), header.status());
    }

    /** What the entry shows as far as this head knows. */
    static Shown inEntryOf(Head head) {
        return new Shown(
                head.marks().entryTitle(),
                head.header().agentId(),
                head.header().status());
    }
}
