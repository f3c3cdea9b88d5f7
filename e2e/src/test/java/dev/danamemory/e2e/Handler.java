package dev.danamemory.e2e;

import dev.danamemory.functions.http.Route;

/** The functions of the API, by the names that the template has. */
enum Handler {
    CHAT("chat.ChatHandler"),
    CONTEXT("context.ContextHandler"),
    CONVERSATIONS("conversations.ConversationsHandler");

    private final String type;

    Handler(String type) {
        this.type = type;
    }

    String inTemplate() {
        return "dev.danamemory.functions." + type + "::handleRequest";
    }

    static Handler of(Route route) {
        return valueOf(route.function().name());
    }
}
