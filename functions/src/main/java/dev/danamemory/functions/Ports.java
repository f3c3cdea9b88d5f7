package dev.danamemory.functions;

import dev.danamemory.chat.Agents;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.functions.http.Identity;
import dev.danamemory.functions.http.Request;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.Meter;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the functions are built on.
 *
 * @param hash with the store's own key
 */
public record Ports(
        ConversationStore store,
        Agents agents,
        ContextAssembler assembler,
        KeyedHash hash,
        Identity identity,
        NewIds ids,
        InstantSource clock) {
    // a caller without an agent hears of an unavailable store within 10 s
    private static final Duration WITHOUT_AGENT = Duration.ofSeconds(9);

    /** The store, given up in good time before a request without an agent has to be answered. */
    public ConversationStore storeFor(Request request) {
        return store.within(new Meter(), request.deadline().atMost(WITHOUT_AGENT));
    }
}
