package dev.danamemory.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.HeldClaim;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.Touch;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds or makes the conversation of a message, and who answers in it. */
record ChatStart(ConversationStore store, Agents agents, NewIds ids, InstantSource clock) {
    Start of(ChatCall call) {
        String named = call.agentId();
        if (named != null && agents.find(named).isEmpty()) {
            return new Start.Refused(new ChatResult.UndefinedAgent(named));
        }
        if (call.conversationId() == null) {
            return ofNone(call, named == null ? Agents.DEFAULT : named);
        }
        ConversationKey key = new ConversationKey(call.user(), call.conversationId());
        Optional<Conversation> loaded = store.load(key, agents.settingsOf(named).window());
        return loaded.isPresent() ? of(call, key, loaded.get(), named) : new Start.Refused(withoutConversation(call));
    }

    // a key whose conversation is gone is told so for the rest of its day
    private ChatResult withoutConversation(ChatCall call) {
        RequestKey key = call.key();
        Optional<HeldClaim> held = key == null ? Optional.empty() : store.claimOf(call.user(), key.name());
        if (key == null || held.isEmpty()) {
            return new ChatResult.NoConversation();
        }
        return held.get().claim().bodyDigest().equals(key.bodyDigest())
                ? new ChatResult.TurnGone()
                : new ChatResult.KeyReused();
    }

    private Start ofNone(ChatCall call, String agentId) {
        Optional<AgentDefinition> agent = agents.find(agentId);
        if (agent.isEmpty()) {
            return new Start.Refused(new ChatResult.UndefinedAgent(agentId));
        }
        return call.key() == null
                ? made(call, agent.get())
                : ruled(call, call.key(), null, agent.get(), agent.get().memory());
    }

    private Start of(ChatCall call, ConversationKey key, Conversation loaded, @Nullable String named) {
        String owner = loaded.header().agentId();
        String answering = named != null ? named : owner != null ? owner : Agents.DEFAULT;
        Optional<AgentDefinition> agent = agents.find(answering);
        if (agent.isEmpty()) {
            return new Start.Refused(new ChatResult.UndefinedAgent(answering));
        }
        // the conversation's own settings, unless it has no agent yet or that one is no longer defined
        MemorySettings settings = owner != null && agents.find(owner).isPresent()
                ? agents.settingsOf(owner)
                : agent.get().memory();
        return call.key() == null
                ? touched(key, loaded, agent.get(), settings, null)
                : ruled(call, call.key(), loaded, agent.get(), settings);
    }

    private Start ruled(
            ChatCall call,
            RequestKey key,
            @Nullable Conversation loaded,
            AgentDefinition agent,
            MemorySettings settings) {
        IdempotencyKeys keys = new IdempotencyKeys(store, ids, clock, call.user());
        KeyRuling ruling = keys.rule(key, loaded, ids.conversation(), null, call.deadline());
        return switch (ruling) {
            case KeyRuling.Settled settled -> settled(settled);
            case KeyRuling.Proceed proceed ->
                proceeding(call, agent, settings, proceed, new Start.Claim(keys, key, proceed.held()));
        };
    }

    private Start proceeding(
            ChatCall call,
            AgentDefinition agent,
            MemorySettings settings,
            KeyRuling.Proceed proceed,
            Start.Claim claim) {
        ConversationKey place =
                new ConversationKey(call.user(), proceed.held().claim().conversationId());
        return proceed.conversation()
                .map(there -> touched(place, there, agent, settings, claim))
                .orElseGet(() -> made(call, place, agent, claim));
    }

    private static Start settled(KeyRuling.Settled ruling) {
        return switch (ruling) {
            case KeyRuling.Replay replay -> new Start.Replay(replay.conversationId(), replay.turn());
            case KeyRuling.Reused reused -> new Start.Refused(new ChatResult.KeyReused());
            case KeyRuling.InProgress busy -> new Start.Refused(new ChatResult.KeyInProgress(busy.retryAfter()));
            case KeyRuling.TurnGone gone -> new Start.Refused(new ChatResult.TurnGone());
        };
    }

    private Start touched(
            ConversationKey key,
            Conversation loaded,
            AgentDefinition agent,
            MemorySettings settings,
            Start.@Nullable Claim claim) {
        if (store.touch(loaded) instanceof Touch.Current current) {
            return ready(key, current.conversation(), agent, settings, claim);
        }
        return new Start.Refused(claim == null ? new ChatResult.Erased() : new ChatResult.TurnGone());
    }

    private Start made(ChatCall call, AgentDefinition agent) {
        while (true) {
            ConversationKey key = new ConversationKey(call.user(), ids.conversation());
            if (store.create(key, first(call, agent, null)) instanceof Creation.Created created) {
                return ready(key, created.conversation(), agent, agent.memory(), null);
            }
        }
    }

    private Start made(ChatCall call, ConversationKey key, AgentDefinition agent, Start.Claim claim) {
        Conversation there = switch (store.create(
                key, first(call, agent, claim.held().claim().birth()))) {
            case Creation.Created created -> created.conversation();
            case Creation.Exists exists -> exists.conversation();
        };
        return switch (claim.keys().made(claim.key(), claim.held(), there)) {
            case KeyRuling.Settled settled -> settled(settled);
            case KeyRuling.Proceed proceed ->
                ready(
                        key,
                        proceed.conversation().orElse(there),
                        agent,
                        agent.memory(),
                        new Start.Claim(claim.keys(), claim.key(), proceed.held()));
        };
    }

    private static NewConversation first(ChatCall call, AgentDefinition agent, @Nullable String birth) {
        return new NewConversation(agent.id(), null, call.message(), JsonNodeFactory.instance.objectNode(), birth);
    }

    private Start.Ready ready(
            ConversationKey key,
            Conversation conversation,
            AgentDefinition agent,
            MemorySettings settings,
            Start.@Nullable Claim claim) {
        return new Start.Ready(
                key,
                conversation,
                agent,
                settings,
                claim == null
                        ? ids.turn(conversation.lastTurn())
                        : claim.held().claim().turnId(),
                claim == null ? null : claim.held().claim().replaces(),
                Optional.ofNullable(claim));
    }
}
