package dev.danamemory.e2e;

import dev.danamemory.functions.http.Route;

/** The functions, by the names that the template has. */
public enum Handler {
    CHAT("chat.ChatHandler"),
    CONTEXT("context.ContextHandler"),
    CONVERSATIONS("conversations.ConversationsHandler"),
    CLEANUP("cleanup.CleanupHandler");

    private final String type;

    Handler(String type) {
        this.type = type;
    }

    /** Class and method. */
    public String inTemplate() {
        return "dev.danamemory.functions." + type + "::handleRequest";
    }

    static Handler of(Route route) {
        return valueOf(route.function().name());
    }
}
