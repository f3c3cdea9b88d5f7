package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.StoredHistory;
import dev.danamemory.functions.conversations.Exports.Exported;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.OwnedPage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Exports what a user has, page by page. A page ends at 4 MiB, or when there is no time for more, and holds at least one
 * conversation.
 *
 * @param isTimeShort whether no further conversation may be read
 */
record UserExport(ConversationStore store, EachExport exports, BooleanSupplier isTimeShort) {
    /**
     * Some files.
     *
     * @param next the store's position of the next page, or null
     */
    record Page(List<ObjectNode> files, @Nullable String next) {}

    /** What has been read, absent ones too: a conversation may be erased between two looks. */
    private static final class Read {
        private final Map<ConversationKey, Optional<Exported>> files = new HashMap<>();
        private long bytes;

        boolean has(ConversationKey key) {
            return files.containsKey(key);
        }

        Optional<Exported> get(ConversationKey key) {
            return files.getOrDefault(key, Optional.empty());
        }

        void add(ConversationKey key, Optional<Exported> file) {
            files.put(key, file);
            bytes += file.map(Exported::bytes).orElse(0L);
        }

        boolean isMoreThanAPage() {
            return files.size() > 1 && bytes > StoredHistory.PAGE_BYTES;
        }

        boolean isEmpty() {
            return files.isEmpty();
        }
    }

    /** The page at a position of {@link ConversationStore#owned}; null is the first. */
    Page page(UserId user, @Nullable String position, int limit) {
        OwnedPage owned = store.owned(user, position, limit);
        Read read = new Read();
        for (ConversationKey key : owned.keys()) {
            if (!read.isEmpty() && isTimeShort.getAsBoolean()) {
                return step(user, position, limit, read);
            }
            read.add(key, exports.of(key));
            if (read.isMoreThanAPage()) {
                return step(user, position, limit, read);
            }
        }
        List<ObjectNode> files = new ArrayList<>();
        owned.keys().forEach(key -> read.get(key).ifPresent(file -> files.add(entry(key, file))));
        return new Page(files, owned.next());
    }

    // not all of the store's page is answered: only a page of one has a position behind that one
    private Page step(UserId user, @Nullable String position, int limit, Read read) {
        List<ObjectNode> files = new ArrayList<>();
        long bytes = 0;
        String at = position;
        do {
            OwnedPage one = store.owned(user, at, 1);
            for (ConversationKey key : one.keys()) {
                if (!files.isEmpty() && !read.has(key)) {
                    return new Page(files, at);
                }
                Optional<Exported> file = read.has(key) ? read.get(key) : exports.of(key);
                bytes += file.map(Exported::bytes).orElse(0L);
                if (!files.isEmpty() && bytes > StoredHistory.PAGE_BYTES) {
                    return new Page(files, at);
                }
                file.ifPresent(found -> files.add(entry(key, found)));
            }
            at = one.next();
        } while (at != null && files.size() < limit);
        return new Page(files, at);
    }

    private static ObjectNode entry(ConversationKey key, Exported file) {
        if (file.isFile()) {
            return file.json();
        }
        ObjectNode named = file.json().objectNode();
        named.put("conversation_id", key.conversationId());
        named.setAll(file.json());
        return named;
    }
}
