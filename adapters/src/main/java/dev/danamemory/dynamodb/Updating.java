package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.MergePatch;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationChange.Title;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes title, metadata and status: the conversation item first, then the directory follows. */
class Updating {
    private static final int TURNS = 20;

    private final Desk desk;
    private final Finishing finishing;
    private final EntryKeeping keeping;

    Updating(Desk desk, Finishing finishing, EntryKeeping keeping) {
        this.desk = desk;
        this.finishing = finishing;
        this.keeping = keeping;
    }

    Optional<Conversation> update(ConversationKey key, ConversationChange change) {
        return desk.settleInTurn(key, round -> {
            Optional<View> live = finishing.live(key, TURNS);
            return live.isEmpty() ? Optional.of(Optional.empty()) : attempt(live.get(), change);
        });
    }

    private Optional<Optional<Conversation>> attempt(View view, ConversationChange change) {
        Instant now = desk.clock().instant();
        Root next = view.root().next(labels(view, change), view.root().times().changed(now, view.lastTurn()));
        View changed = view.with(next);
        // damage is met before anything changes
        Conversation answer = desk.loading().conversation(changed);
        if (!desk.replace(view.key(), next, view.root().revision())) {
            return Optional.empty();
        }
        keeping.follow(changed);
        return Optional.of(Optional.of(answer));
    }

    private static Labels labels(View view, ConversationChange change) {
        Labels old = view.root().labels();
        @Nullable
        String title = switch (change.title()) {
            case Title.Keep keep -> old.title();
            case Title.Derive derive -> null;
            case Title.Set set -> set.title();
        };
        Labels told = old.told(view.header()).named(title, metadata(old.metadata(), change.metadataPatch()));
        return change.status() == null ? told : told.with(change.status());
    }

    private static ObjectNode metadata(ObjectNode old, @Nullable JsonNode patch) {
        ObjectNode metadata = patch == null ? old : MergePatch.apply(old, patch);
        if (JsonWriter.bytes(metadata).length > Turn.LARGEST_METADATA) {
            throw new InvalidInputException("metadata", "would be over 16 KiB with this change");
        }
        return metadata;
    }
}
