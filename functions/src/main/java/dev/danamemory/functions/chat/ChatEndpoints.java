package dev.danamemory.functions.chat;

import dev.danamemory.chat.ChatCall;
import dev.danamemory.chat.ChatResult;
import dev.danamemory.chat.ChatService;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.IdempotencyKey;
import dev.danamemory.functions.http.Measures;
import dev.danamemory.functions.http.Route;
import java.util.Map;
import java.util.OptionalInt;

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
            ChatResult result = chat.chat(call, request.measures().meter());
            measure(result, request.measures());
            return ChatAnswers.of(call, result);
        });
    }

    private static void measure(ChatResult result, Measures measures) {
        if (result instanceof ChatResult.Answered answered) {
            measures.agentTime(answered.timings().agent());
            OptionalInt tokens = answered.memory().budgetedTokens();
            if (tokens.isPresent()) {
                measures.contextTokens(tokens.getAsInt());
            }
        } else if (result instanceof ChatResult.AgentFailed failed) {
            measures.agentTime(failed.timings().agent());
        }
    }
}
