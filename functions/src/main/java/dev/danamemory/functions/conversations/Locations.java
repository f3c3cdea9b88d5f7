package dev.danamemory.functions.conversations;

import dev.danamemory.model.ConversationKey;

/** Where something that was made is found. Ids need no encoding: their form has nothing that a path cannot hold. */
final class Locations {
    private Locations() {}

    static String of(ConversationKey key) {
        return "/conversations/" + key.conversationId();
    }

    static String of(ConversationKey key, long turnNumber) {
        return of(key) + "/turns/" + turnNumber;
    }
}
