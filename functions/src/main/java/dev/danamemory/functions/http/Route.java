package dev.danamemory.functions.http;

/** Every route there is: the one table that handlers, the local front, the template and openapi.yaml agree with. */
public enum Route {
    CHAT("POST", "/chat", Function.CHAT, Payload.REQUIRED),
    CREATE_CONVERSATION("POST", "/conversations", Function.CONVERSATIONS, Payload.OPTIONAL),
    LIST_CONVERSATIONS("GET", "/conversations", Function.CONTEXT, Payload.NONE),
    STATISTICS("GET", "/conversations/{id}", Function.CONTEXT, Payload.NONE),
    IMPORT("PUT", "/conversations/{id}", Function.CONVERSATIONS, Payload.FILE),
    CHANGE("PATCH", "/conversations/{id}", Function.CONVERSATIONS, Payload.PATCH),
    ERASE("DELETE", "/conversations/{id}", Function.CONVERSATIONS, Payload.NONE),
    CLEAR("POST", "/conversations/{id}/clear", Function.CONVERSATIONS, Payload.OPTIONAL),
    EXPORT("GET", "/conversations/{id}/export", Function.CONVERSATIONS, Payload.NONE),
    REMEMBER_TURN("POST", "/conversations/{id}/turns", Function.CONVERSATIONS, Payload.REQUIRED),
    LIST_TURNS("GET", "/conversations/{id}/turns", Function.CONTEXT, Payload.NONE),
    TURN("GET", "/conversations/{id}/turns/{turn}", Function.CONTEXT, Payload.NONE),
    REDACT_TURN("DELETE", "/conversations/{id}/turns/{turn}", Function.CONVERSATIONS, Payload.NONE),
    CONTEXT("GET", "/conversations/{id}/context", Function.CONTEXT, Payload.NONE),
    CONTEXT_OF_BODY("POST", "/conversations/{id}/context", Function.CONTEXT, Payload.REQUIRED),
    SEARCH("GET", "/conversations/{id}/search", Function.CONTEXT, Payload.NONE),
    SEARCH_OF_BODY("POST", "/conversations/{id}/search", Function.CONTEXT, Payload.REQUIRED),
    SUMMARISE("POST", "/conversations/{id}/summaries", Function.CONVERSATIONS, Payload.OPTIONAL),
    ERASE_ME("DELETE", "/me", Function.CONVERSATIONS, Payload.NONE),
    EXPORT_ME("GET", "/me/export", Function.CONVERSATIONS, Payload.NONE),
    AGENTS("GET", "/agents", Function.CONTEXT, Payload.NONE),
    HEALTH("GET", "/health", Function.CONTEXT, Payload.NONE);

    /** Which Lambda function API Gateway sends a route to. */
    public enum Function {
        /** Calls agents. */
        CHAT,
        /** Only reads. */
        CONTEXT,
        /** Writes, and answers whatever no route names. */
        CONVERSATIONS
    }

    private final String method;
    private final String template;
    private final Function function;
    private final Payload payload;

    Route(String method, String template, Function function, Payload payload) {
        this.method = method;
        this.template = template;
        this.function = function;
        this.payload = payload;
    }

    public String method() {
        return method;
    }

    /** The path, its parameters in braces. */
    public String template() {
        return template;
    }

    /** Who answers it. */
    public Function function() {
        return function;
    }

    /** What its body has to be. */
    public Payload payload() {
        return payload;
    }

    /** The name by which API Gateway knows it, as in {@code POST /chat}. */
    public String key() {
        return method + " " + template;
    }

    /** Whether it is answered without identity. */
    public boolean isOpen() {
        return this == HEALTH;
    }

    /** Whether it makes the conversation that its path names, so that a malformed id there is the caller's to mend. */
    public boolean makesConversation() {
        return this == IMPORT || this == REMEMBER_TURN;
    }
}
