package dev.danamemory.functions.chat;

import dev.danamemory.chat.ChatCall;
import dev.danamemory.chat.ChatService;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.IdempotencyKey;
import dev.danamemory.functions.http.Route;
import java.util.Map;

/** What the chat function answers. */
public final class ChatEndpoints {
    private ChatEndpoints() {}

    /** Who answers which route. */
    public static Map<Route, Endpoint> of(Ports ports) {
        ChatService chat =
                new ChatService(ports.store(), ports.agents(), ports.assembler(), ports.ids(), ports.clock());
        return Map.of(Route.CHAT, request -> {
            ChatCall call = ChatBody.read(
                    request, IdempotencyKey.of(request, ports.hash()).orElse(null));
            return ChatAnswers.of(call, chat.chat(call));
        });
    }
}
