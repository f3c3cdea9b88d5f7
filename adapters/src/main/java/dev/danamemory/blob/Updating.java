package dev.danamemory.blob;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.MergePatch;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.InstantText;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationChange.Title;
import dev.danamemory.store.ConversationHeader;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Changes title, metadata and status: the head first, then the list entry follows. */
class Updating {
    private final Desk desk;
    private final EntryKeeping keeping;

    Updating(Desk desk, EntryKeeping keeping) {
        this.desk = desk;
        this.keeping = keeping;
    }

    Optional<Conversation> update(ConversationKey key, ConversationChange change) {
        return desk.settleInTurn(key, round -> {
            Optional<Found.Live> live = desk.heads().live(key);
            return live.isEmpty() ? Optional.of(Optional.empty()) : attempt(live.get(), change);
        });
    }

    private Optional<Optional<Conversation>> attempt(Found.Live live, ConversationChange change) {
        Instant now = desk.clock().instant();
        ConversationHeader header = changed(live.head().header(), change, InstantText.of(now));
        Marks marks = live.head().marks();
        Head next = live.head().withHeader(header).withMarks(marks.recorded(now, null, header.shownTitle()));
        if (!(desk.heads().put(next, new Condition.Match(live.version())) instanceof PutResult.Stored stored)) {
            return Optional.empty();
        }
        keeping.follow(header, marks.entryVersion());
        return Optional.of(Optional.of(desk.heads().conversation(next, stored.version())));
    }

    private static ConversationHeader changed(ConversationHeader old, ConversationChange change, String now) {
        @Nullable
        String title = switch (change.title()) {
            case Title.Keep keep -> old.title();
            case Title.Derive derive -> null;
            case Title.Set set -> set.title();
        };
        ConversationStatus status = change.status() == null ? old.status() : change.status();
        ObjectNode metadata = change.metadataPatch() == null
                ? old.metadata()
                : MergePatch.apply(old.metadata(), change.metadataPatch());
        if (JsonWriter.bytes(metadata).length > Turn.LARGEST_METADATA) {
            throw new InvalidInputException("metadata", "would be over 16 KiB with this change");
        }
        return old.labelled(title, status, metadata, now);
    }
}
