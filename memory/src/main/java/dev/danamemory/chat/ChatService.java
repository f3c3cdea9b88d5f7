package dev.danamemory.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.context.AssembledContext;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.context.ContextRequest;
import dev.danamemory.context.ContextTooLargeException;
import dev.danamemory.context.MemoryView;
import dev.danamemory.context.QueryTooLargeException;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.Touch;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        Meter meter = new Meter();
        ConversationStore scoped = store.within(meter, call.deadline());
        Stopwatch watch = new Stopwatch();
        return switch (begin(scoped, call)) {
            case Ready ready -> {
                watch.lap(Stopwatch.Part.LOAD);
                yield new Turntaking(scoped, meter, watch).run(call, ready);
            }
            case Refused refused -> refused.result();
        };
    }

    private sealed interface Start {}

    private record Ready(ConversationKey key, Conversation conversation, AgentDefinition agent, MemorySettings settings)
            implements Start {}

    private record Refused(ChatResult result) implements Start {}

    private Start begin(ConversationStore scoped, ChatCall call) {
        String named = call.agentId();
        if (named != null && agents.find(named).isEmpty()) {
            return new Refused(new ChatResult.UndefinedAgent(named));
        }
        if (call.conversationId() == null) {
            return beginNew(scoped, call, named == null ? Agents.DEFAULT : named);
        }
        ConversationKey key = new ConversationKey(call.user(), call.conversationId());
        Optional<Conversation> loaded =
                scoped.load(key, agents.settingsOf(named).window());
        if (loaded.isEmpty()) {
            return new Refused(new ChatResult.NoConversation());
        }
        return goOn(scoped, key, loaded.get(), named);
    }

    private Start beginNew(ConversationStore scoped, ChatCall call, String agentId) {
        Optional<AgentDefinition> agent = agents.find(agentId);
        if (agent.isEmpty()) {
            return new Refused(new ChatResult.UndefinedAgent(agentId));
        }
        NewConversation first =
                new NewConversation(agentId, null, call.message(), JsonNodeFactory.instance.objectNode());
        while (true) {
            ConversationKey key = new ConversationKey(call.user(), ids.conversation());
            if (scoped.create(key, first) instanceof Creation.Created created) {
                return new Ready(
                        key, created.conversation(), agent.get(), agent.get().memory());
            }
        }
    }

    private Start goOn(ConversationStore scoped, ConversationKey key, Conversation loaded, @Nullable String named) {
        String owner = loaded.header().agentId();
        String answering = named != null ? named : owner != null ? owner : Agents.DEFAULT;
        Optional<AgentDefinition> agent = agents.find(answering);
        if (agent.isEmpty()) {
            return new Refused(new ChatResult.UndefinedAgent(answering));
        }
        // the conversation's own settings, unless it has no agent yet or that one is no longer defined
        MemorySettings settings = owner != null && agents.find(owner).isPresent()
                ? agents.settingsOf(owner)
                : agent.get().memory();
        return switch (scoped.touch(loaded)) {
            case Touch.Current current -> new Ready(key, current.conversation(), agent.get(), settings);
            case Touch.Gone gone -> new Refused(new ChatResult.Erased());
        };
    }

    private AssembledContext assemble(ConversationStore scoped, ChatCall call, Ready ready) {
        MemorySettings settings = ready.settings();
        Conversation conversation = ready.conversation();
        ContextRequest request = call.overrides().over(settings, call.message(), null, false);
        MemoryView view = new MemoryView(
                conversation.lastTurn(),
                settings.window(),
                scoped.newest(conversation, settings.window()),
                conversation.summaries());
        try {
            return assembler.assemble(view, request);
        } catch (QueryTooLargeException | ContextTooLargeException e) {
            // the message always goes through, if need be without memory
            return assembler.queryAlone(request, conversation.lastTurn());
        }
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

        ChatResult run(ChatCall call, Ready ready) {
            AssembledContext memory = assemble(scoped, call, ready);
            watch.lap(Stopwatch.Part.ASSEMBLE);
            TurnKeeper keeper = new TurnKeeper(
                    scoped,
                    ready.conversation(),
                    ready.settings(),
                    ready.agent().id(),
                    ids.turn(ready.conversation().lastTurn()),
                    clock);
            String id = ready.key().conversationId();
            try {
                AgentReply reply = runner.ask(agents.agent(ready.agent()), request(call, ready, memory, keeper));
                watch.lap(Stopwatch.Part.AGENT);
                return keeper.keep(call.message(), reply, memory, meter, watch);
            } catch (AgentException failure) {
                watch.lap(Stopwatch.Part.AGENT);
                return new ChatResult.AgentFailed(id, keeper.keepFailed(call.message()), failure, watch.timings());
            }
        }

        private AgentRequest request(ChatCall call, Ready ready, AssembledContext memory, TurnKeeper keeper) {
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
