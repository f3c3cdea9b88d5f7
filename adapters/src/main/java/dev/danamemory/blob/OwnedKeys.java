package dev.danamemory.blob;

import dev.danamemory.json.JsonReader;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.OwnedPage;
import dev.danamemory.store.rules.StoredFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a user's conversations by their heads, in the order of their keys. */
final class OwnedKeys {
    private static final int LISTED = 1_000;

    private final Desk desk;

    OwnedKeys(Desk desk) {
        this.desk = desk;
    }

    /** Conversations that can be read, or could be if they were not damaged. */
    OwnedPage page(UserId user, String after, int limit) {
        List<ConversationKey> keys = new ArrayList<>();
        String folder = desk.layout().ofUser("conversations", user);
        String last = after.isEmpty() ? "" : folder + after;
        while (true) {
            BlobPage page = desk.blobs().list(folder, last, LISTED);
            for (BlobEntry entry : page.entries()) {
                last = entry.key();
                key(user, entry).filter(this::isThere).ifPresent(keys::add);
                if (keys.size() == limit) {
                    return new OwnedPage(keys, entry.name());
                }
            }
            if (!page.more()) {
                return new OwnedPage(keys, null);
            }
        }
    }

    /** Every id that a head, a stub or a list entry of the user stands for. */
    List<ConversationKey> all(UserId user) {
        List<ConversationKey> keys = new ArrayList<>();
        for (String kind : List.of("conversations", "list")) {
            String folder = desk.layout().ofUser(kind, user);
            String last = "";
            BlobPage page;
            do {
                page = desk.blobs().list(folder, last, LISTED);
                for (BlobEntry entry : page.entries()) {
                    last = entry.key();
                    key(user, entry).filter(key -> !keys.contains(key)).ifPresent(keys::add);
                }
            } while (page.more());
        }
        return keys;
    }

    private boolean isThere(ConversationKey key) {
        return switch (desk.heads().look(key)) {
            case Found.None none -> false;
            case Found.Erased erased -> false;
            case Found.Live live -> true;
            case Found.Damaged damaged -> true;
        };
    }

    // a long id is in its object only
    private Optional<ConversationKey> key(UserId user, BlobEntry entry) {
        if (!Layout.isObject(entry)) {
            return Optional.empty();
        }
        String id = Layout.id(entry);
        return Optional.ofNullable(id)
                .or(() -> idWithin(entry.key()))
                .or(() -> idWithin(desk.layout().ofUser("list", user) + entry.name()))
                .map(found -> new ConversationKey(user, found));
    }

    private Optional<String> idWithin(String key) {
        return desk.blobs().get(key).flatMap(blob -> {
            try {
                StoredFields file = StoredFields.of(JsonReader.stored().read(blob.bytes()));
                return Optional.ofNullable(file.optionalText("conversation_id"));
            } catch (RuntimeException damaged) {
                return Optional.empty();
            }
        });
    }
}
