package dev.danamemory.store.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationChange.Title;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Touch;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.reference.Desk.Read;
import dev.danamemory.store.reference.Value.Head;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Touches, and changes of title, metadata and status. */
record Labels(Desk desk, Directory directory) {
    private static final Duration RECENT = Duration.ofMinutes(30);

    Touch touch(Conversation loaded) {
        Read read = Desk.read(loaded);
        Head head = read.head();
        Duration since = Duration.between(head.touchedAt(), desk.now());
        boolean archived = head.header().status() == ConversationStatus.ARCHIVED;
        if (!archived && since.compareTo(RECENT) < 0 && desk.holds(Rule.TOUCH_ONCE_PER_HALF_HOUR)) {
            return new Touch.Current(loaded);
        }
        if (archived) {
            return activated(loaded);
        }
        return directory.touch(head)
                ? new Touch.Current(desk.conversation(new Read(head.touched(desk.now()), read.version())))
                : new Touch.Gone();
    }

    private Touch activated(Conversation loaded) {
        ConversationKey key = loaded.header().key();
        for (int round = 0; round < Desk.ROUNDS; round++) {
            Optional<Read> live = desk.live(key);
            if (live.isEmpty()
                    || !live.get()
                            .head()
                            .header()
                            .birth()
                            .equals(loaded.header().birth())) {
                return new Touch.Gone();
            }
            ConversationHeader was = live.get().head().header();
            var header = Headers.labelled(was, was.title(), ConversationStatus.ACTIVE, was.metadata(), was.updatedAt());
            Head next = live.get().head().with(header).touched(desk.now());
            long version =
                    desk.backend().putIfMatch(desk.names().head(key), live.get().version(), next);
            if (version > 0) {
                directory.follow(key, desk.now());
                return new Touch.Current(desk.conversation(new Read(next, version)));
            }
        }
        throw Desk.contended();
    }

    Optional<Conversation> update(ConversationKey key, ConversationChange change) {
        for (int round = 0; round < Desk.ROUNDS; round++) {
            Optional<Read> live = desk.live(key);
            if (live.isEmpty()) {
                return Optional.empty();
            }
            Head next = live.get().head().with(changed(live.get().head().header(), change));
            long version =
                    desk.backend().putIfMatch(desk.names().head(key), live.get().version(), next);
            if (version > 0) {
                if (desk.holds(Rule.LIST_FOLLOWS_CONVERSATION)) {
                    directory.follow(key, desk.now());
                } else {
                    directory.overwrite(next);
                }
                return Optional.of(desk.conversation(new Read(next, version)));
            }
        }
        throw Desk.contended();
    }

    private ConversationHeader changed(ConversationHeader was, ConversationChange change) {
        String title = switch (change.title()) {
            case Title.Keep _ -> was.title();
            case Title.Derive _ -> null;
            case Title.Set(String set) -> set;
        };
        JsonNode patch = change.metadataPatch();
        ObjectNode metadata = patch == null ? was.metadata() : merged(was.metadata(), patch);
        if (JsonWriter.bytes(metadata).length > Turn.LARGEST_METADATA) {
            throw new InvalidInputException("metadata", "is larger than 16 KiB");
        }
        ConversationStatus status = change.status();
        return Headers.labelled(
                was,
                title,
                status == null ? was.status() : status,
                metadata,
                desk.now().toString());
    }

    private ObjectNode merged(@Nullable JsonNode target, JsonNode patch) {
        boolean merges = target instanceof ObjectNode && desk.holds(Rule.METADATA_MERGED);
        ObjectNode result = merges ? ((ObjectNode) target).deepCopy() : JsonNodeFactory.instance.objectNode();
        if (patch.isNull()) {
            return JsonNodeFactory.instance.objectNode();
        }
        for (Map.Entry<String, JsonNode> field : patch.properties()) {
            if (field.getValue().isNull()) {
                result.remove(field.getKey());
            } else if (field.getValue() instanceof ObjectNode deeper) {
                result.set(field.getKey(), merged(result.get(field.getKey()), deeper));
            } else {
                result.set(field.getKey(), field.getValue());
            }
        }
        return result;
    }
}
