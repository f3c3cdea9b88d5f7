package dev.danamemory.functions;

import dev.danamemory.chat.Agents;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.functions.http.Identity;
import dev.danamemory.functions.http.Request;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.StoreUpkeep;
import java.time.Duration;
import java.time.InstantSource;

/**
 * What the functions are built on.
 *
 * @param upkeep of the same store
 * @param largeExports what becomes of files that an answer cannot hold
 * @param hash with the store's own key
 */
public record Ports(
        ConversationStore store,
        StoreUpkeep upkeep,
        LargeExports largeExports,
        Agents agents,
        ContextAssembler assembler,
        KeyedHash hash,
        Identity identity,
        NewIds ids,
        InstantSource clock) {
    // a caller without an agent hears of an unavailable store within 10 s
    private static final Duration WITHOUT_AGENT = Duration.ofSeconds(9);

    /** The same with other agents. */
    public Ports with(Agents others) {
        return new Ports(store, upkeep, largeExports, others, assembler, hash, identity, ids, clock);
    }

    /** The same with other conversations and agents. */
    Ports with(ConversationStore others, Agents theirs) {
        return new Ports(others, upkeep, largeExports, theirs, assembler, hash, identity, ids, clock);
    }

    /** The store, given up in good time before a request without an agent has to be answered. */
    public ConversationStore storeFor(Request request) {
        return store.within(request.measures().meter(), deadlineOf(request));
    }

    /** When a request without an agent has to be done with the store. */
    public Deadline deadlineOf(Request request) {
        return request.deadline().atMost(WITHOUT_AGENT);
    }
}
