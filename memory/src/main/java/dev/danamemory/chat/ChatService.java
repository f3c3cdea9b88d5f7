package dev.danamemory.chat;

import dev.danamemory.context.AssembledContext;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.context.ContextRequest;
import dev.danamemory.context.MemoryView;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import java.time.Duration;
import java.time.InstantSource;

/** One chat turn: load memory, assemble context, call the agent, store the turn. Safe for several threads. */
public final class ChatService {
    // what storing the turn may take once the agent's time is over
    private static final Duration TO_STORE = Duration.ofSeconds(3);

    private final ConversationStore store;
    private final Agents agents;
    private final ContextAssembler assembler;
    private final NewIds ids;
    private final InstantSource clock;
    private final AgentRunner runner = new AgentRunner();

    public ChatService(
            ConversationStore store, Agents agents, ContextAssembler assembler, NewIds ids, InstantSource clock) {
        this.store = store;
        this.agents = agents;
        this.assembler = assembler;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Answers a message and remembers both.
     *
     * @throws dev.danamemory.store.StoreUnavailableException when memory could not be loaded; the agent was not called
     * @throws dev.danamemory.store.StoredDataUnreadableException when memory is damaged; the agent was not called
     */
    public ChatResult chat(ChatCall call) {
        return chat(call, new Meter());
    }

    /**
     * As {@link #chat(ChatCall)}.
     *
     * @param meter counts what is asked of the store, also where the result does not tell
     */
    public ChatResult chat(ChatCall call, Meter meter) {
        ConversationStore scoped = store.within(meter, call.deadline());
        Stopwatch watch = new Stopwatch();
        return switch (new ChatStart(scoped, agents, ids, clock).of(call)) {
            case Start.Ready ready -> {
                watch.lap(Stopwatch.Part.LOAD);
                yield new Turntaking(scoped, meter, watch).run(call, ready);
            }
            case Start.Replay replay -> {
                watch.lap(Stopwatch.Part.LOAD);
                yield new ChatResult.Replayed(replay.conversationId(), replay.turn(), meter.use(), watch.timings());
            }
            case Start.Refused refused -> refused.result();
        };
    }

    private AssembledContext assemble(ConversationStore scoped, ChatCall call, Start.Ready ready) {
        MemorySettings settings = ready.settings();
        Conversation conversation = ready.conversation();
        ContextRequest request = call.overrides().over(settings, call.message(), null, false);
        MemoryView view = MemoryView.of(conversation, scoped.newest(conversation, settings.window()), settings);
        // the message always goes through, if need be without memory
        return assembler.assembleOrQueryAlone(view, request);
    }

    /** The part of a chat turn that has its conversation. */
    private final class Turntaking {
        private final ConversationStore scoped;
        private final Meter meter;
        private final Stopwatch watch;

        Turntaking(ConversationStore scoped, Meter meter, Stopwatch watch) {
            this.scoped = scoped;
            this.meter = meter;
            this.watch = watch;
        }

        ChatResult run(ChatCall call, Start.Ready ready) {
            AssembledContext memory = assemble(scoped, call, ready);
            watch.lap(Stopwatch.Part.ASSEMBLE);
            TurnKeeper keeper = new TurnKeeper(
                    scoped,
                    ready.conversation(),
                    ready.settings(),
                    ready.agent().id(),
                    ready.turnId(),
                    ready.replaces(),
                    clock);
            ChatResult result = answer(call, ready, memory, keeper);
            if (!keeper.hasStored(result)) {
                ready.claim().ifPresent(Start.Claim::end);
            }
            return result;
        }

        private ChatResult answer(ChatCall call, Start.Ready ready, AssembledContext memory, TurnKeeper keeper) {
            try {
                AgentReply reply = runner.ask(agents.agent(ready.agent()), request(call, ready, memory, keeper));
                watch.lap(Stopwatch.Part.AGENT);
                return keeper.keep(call.message(), reply, memory, meter, watch);
            } catch (AgentException failure) {
                watch.lap(Stopwatch.Part.AGENT);
                return new ChatResult.AgentFailed(
                        ready.key().conversationId(), keeper.keepFailed(call.message()), failure, watch.timings());
            }
        }

        private AgentRequest request(ChatCall call, Start.Ready ready, AssembledContext memory, TurnKeeper keeper) {
            Deadline until = Deadline.in(call.deadline().left().minus(TO_STORE))
                    .atMost(Duration.ofSeconds(ready.agent().timeoutSeconds()));
            return new AgentRequest(
                    ready.agent(),
                    call.message(),
                    memory,
                    call.callerContext(),
                    call.user(),
                    ready.key().conversationId(),
                    keeper.turnId(),
                    until);
        }
    }
}
