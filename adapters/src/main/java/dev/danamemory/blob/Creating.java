package dev.danamemory.blob;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.InstantText;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Creation;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.rules.Archived;
import dev.danamemory.store.rules.Titles;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes empty conversations. */
class Creating {
    private final Desk desk;
    private final Beginning beginning;

    Creating(Desk desk, Beginning beginning) {
        this.desk = desk;
        this.beginning = beginning;
    }

    Creation create(ConversationKey key, NewConversation conversation) {
        Instant now = desk.clock().instant();
        return switch (beginning.begin(new Empty(key, birth(conversation), conversation, now))) {
            case Beginning.Begun.Made made ->
                new Creation.Created(desk.heads().conversation(made.head(), made.version()));
            case Beginning.Begun.Taken taken ->
                new Creation.Exists(desk.heads()
                        .conversation(taken.live().head(), taken.live().version()));
        };
    }

    private String birth(NewConversation conversation) {
        String chosen = conversation.birth();
        return chosen != null ? chosen : desk.ids().nonce();
    }

    private record Empty(ConversationKey key, String birth, NewConversation conversation, Instant now)
            implements Draft {
        @Override
        public Head head(long generation, String epoch) {
            String at = InstantText.of(now);
            ConversationHeader header = new ConversationHeader(
                    key,
                    conversation.agentId(),
                    conversation.title(),
                    null,
                    ConversationStatus.ACTIVE,
                    generation,
                    epoch,
                    birth,
                    at,
                    at,
                    1,
                    0,
                    0,
                    0,
                    conversation.metadata());
            Marks marks = new Marks(now, now, null, entryTitle(), null, List.of(), Archived.NOTHING);
            return new Head(header, List.of(), List.of(), marks, Map.<String, JsonNode>of());
        }

        private @Nullable String entryTitle() {
            String first = conversation.firstMessage();
            return conversation.title() != null || first == null ? conversation.title() : Titles.derive(first);
        }
    }
}
