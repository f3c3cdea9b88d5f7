package dev.danamemory.functions.conversations;

import dev.danamemory.chat.RequestKey;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.IdempotencyKey;
import dev.danamemory.functions.http.Request;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import java.util.Optional;

/** {@code POST /conversations/{id}/turns}: remembers a turn that was made elsewhere. */
record RememberEndpoint(Ports ports) implements Endpoint {
    @Override
    public Answer answer(Request request) {
        PostedTurn posted = PostedTurn.read(request);
        Optional<RequestKey> key = IdempotencyKey.of(request, ports.hash());
        ConversationStore store = ports.storeFor(request);
        Remembering remembering = new Remembering(ports, store, request.conversation(), posted);
        if (key.isPresent()) {
            return new KeyedRemembering(remembering).answer(request, key.get());
        }
        Optional<Conversation> loaded = remembering.load();
        if (loaded.isPresent()) {
            return remembering.stored(loaded.get(), turnId(posted, loaded.get()));
        }
        Conversation made = remembering.made(null);
        return remembering.storedInNew(made, turnId(posted, made));
    }

    private String turnId(PostedTurn posted, Conversation conversation) {
        String chosen = posted.turnId();
        return chosen == null ? ports.ids().turn(conversation.lastTurn()) : chosen;
    }
}
