package dev.danamemory.functions;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.chat.AgentException;
import dev.danamemory.chat.AgentReply;
import dev.danamemory.chat.AgentRequest;
import dev.danamemory.chat.Agents;
import dev.danamemory.model.MemorySettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Agents that do what a test wants, and remember what they were asked. */
final class TestAgents implements Agents {
    private final Map<String, Agent> agents = new LinkedHashMap<>();
    private final Map<String, AgentDefinition> definitions = new LinkedHashMap<>();
    private final List<AgentRequest> requests = new ArrayList<>();
    private @Nullable Supplier<RuntimeException> fault;

    TestAgents() {
        with("default", request -> new AgentReply("You said: " + request.message(), List.of()));
        with("shop-assistant", request -> new AgentReply("At your service.", List.of()));
        with("failing", request -> {
            throw new IllegalStateException("SECRET of the agent");
        });
        with("throttled", request -> {
            throw new AgentException(
                    AgentException.Kind.THROTTLED, "the agent's provider is busy", Duration.ofMillis(6_500), null);
        });
        with("empty", request -> new AgentReply(" \n", List.of()));
        with("huge", request -> new AgentReply("x".repeat(256 * 1024 + 1), List.of()));
        with("slow", request -> {
            try {
                new CountDownLatch(1).await();
                throw new IllegalStateException("nobody counts down");
            } catch (InterruptedException e) {
                throw new AgentException(AgentException.Kind.TIMEOUT, "interrupted", null, e);
            }
        });
    }

    /** Adds an agent whose conversations another one summarises. */
    TestAgents summarisedBy(String id, String summarizer) {
        MemorySettings memory = new MemorySettings(20, 5, 3, 2000, true, 20, summarizer, 30, null, null);
        return with(id, memory, request -> new AgentReply("I see.", List.of()));
    }

    /** Adds an agent whose conversations are archived and deleted after so many days; null is never. */
    TestAgents keeping(String id, @Nullable Double archiveAfterDays, @Nullable Double deleteAfterDays) {
        MemorySettings memory =
                new MemorySettings(20, 5, 3, 2000, true, 20, "rules", 30, archiveAfterDays, deleteAfterDays);
        return with(id, memory, request -> new AgentReply("I see.", List.of()));
    }

    /** Adds an agent, with one second to answer. */
    TestAgents with(String id, Agent agent) {
        return with(id, MemorySettings.defaults(), agent);
    }

    TestAgents with(String id, MemorySettings memory, Agent agent) {
        agents.put(id, agent);
        definitions.put(
                id,
                new AgentDefinition(
                        id,
                        "Name of " + id,
                        "Says things.",
                        "test",
                        "SECRET prompt",
                        1,
                        memory,
                        JsonNodeFactory.instance.objectNode().put("api_key_env", "SECRET_KEY")));
        return this;
    }

    /** What was asked, oldest first. */
    List<AgentRequest> requests() {
        return List.copyOf(requests);
    }

    /** They cannot even be told apart any more. */
    TestAgents broken(Supplier<RuntimeException> failure) {
        fault = failure;
        return this;
    }

    @Override
    public List<AgentDefinition> definitions() {
        if (fault != null) {
            throw fault.get();
        }
        return List.copyOf(definitions.values());
    }

    @Override
    public Agent agent(AgentDefinition definition) {
        return request -> {
            synchronized (requests) {
                requests.add(request);
            }
            return agents.get(definition.id()).reply(request);
        };
    }
}
