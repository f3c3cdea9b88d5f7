package dev.danamemory.functions.chat;

import dev.danamemory.functions.Ports;
import dev.danamemory.functions.Wiring;
import dev.danamemory.functions.http.Front;
import dev.danamemory.functions.http.HttpHandler;

/** The Lambda function behind {@code POST /chat}. */
public final class ChatHandler extends HttpHandler {
    /** As Lambda makes it. */
    public ChatHandler() {
        this(Wiring.fromEnvironment().ports());
    }

    public ChatHandler(Ports ports) {
        super(new Front(ChatEndpoints.of(ports), ports.identity(), ports.hash()));
    }
}
