package dev.danamemory.store;

import dev.danamemory.model.ConversationKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of a user's conversations.
 *
 * @param next position of the next page, the store's own text; null when this is the last
 */
public record OwnedPage(
        List<ConversationKey> keys, @Nullable String next) {
    public OwnedPage {
        keys = List.copyOf(keys);
    }
}
