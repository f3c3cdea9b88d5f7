package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.InstantText;
import dev.danamemory.store.Creation;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.rules.Titles;
import java.time.Instant;
import java.util.List;
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
        String chosen = conversation.birth();
        String birth = chosen != null ? chosen : desk.ids().nonce();
        Empty draft = new Empty(key, birth, conversation, desk.clock().instant());
        return switch (beginning.begin(draft)) {
            case Beginning.Begun.Made made ->
                new Creation.Created(desk.loading().conversation(made.view(), List.of(), made.isCertain()));
            case Beginning.Begun.Taken taken ->
                new Creation.Exists(desk.contention().read(() -> desk.loading().conversation(taken.view())));
        };
    }

    private record Empty(ConversationKey key, String birth, NewConversation conversation, Instant now)
            implements Draft {
        @Override
        public Root begin(long generation, String epoch) {
            @Nullable String expected = expectedTitle();
            Labels labels = new Labels(
                    conversation.agentId(),
                    conversation.title(),
                    expected,
                    expected != null,
                    ConversationStatus.ACTIVE,
                    conversation.metadata());
            String at = InstantText.of(now);
            Root.Times times = new Root.Times(at, at, now, 0);
            return new Root(birth, 1, generation, epoch, labels, times, History.EMPTY);
        }

        private @Nullable String expectedTitle() {
            String first = conversation.firstMessage();
            return first == null ? null : Titles.derive(first);
        }
    }
}
