package dev.danamemory.model;

import org.jspecify.annotations.Nullable;

/**
 * Which conversation: its owner and an id that is the owner's own. Two users may have the same id and never notice.
 *
 * @param conversationId {@code [A-Za-z0-9][A-Za-z0-9._~-]{0,127}}
 */
public record ConversationKey(UserId user, String conversationId) {
    public ConversationKey {
        if (!Ids.isId(conversationId)) {
            throw new IllegalArgumentException(
                    "a conversation id is 1 to 128 letters, digits and ._~- after a letter or digit");
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ConversationKey key
                && user.equals(key.user)
                && conversationId.equals(key.conversationId);
    }

    @Override
    public int hashCode() {
        return 31 * user.hashCode() + conversationId.hashCode();
    }
}
