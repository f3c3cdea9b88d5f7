package dev.danamemory.chat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.blob.disk.FileStoreSpec;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.context.WindowRelevantTurns;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Turn;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.StoreSpec;
import dev.danamemory.tokens.JtokkitTokenCounter;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A chat service on a real store, with agents made of lambdas. */
final class ChatBench implements AutoCloseable {
    static final UserId ALICE = new UserId("alice");

    final Bench bench;
    private final Map<String, Agent> agents;

    ChatBench(Map<String, Agent> agents) {
        this(new FileStoreSpec(), agents);
    }

    ChatBench(StoreSpec store, Map<String, Agent> agents) {
        this.bench = new Bench(store);
        this.agents = agents;
    }

    ChatService service() {
        return service(bench.store());
    }

    ChatService service(ConversationStore store) {
        return new ChatService(
                store,
                new Catalogue(),
                new ContextAssembler(new JtokkitTokenCounter(), new WindowRelevantTurns()),
                new NewIds(new SecureRandom()),
                bench.clock());
    }

    ChatCall call(@Nullable String conversationId, @Nullable String agentId, String message) {
        return new ChatCall(
                ALICE,
                conversationId,
                agentId,
                message,
                JsonNodeFactory.instance.objectNode(),
                MemoryOverrides.NONE,
                Deadline.in(Duration.ofSeconds(30)));
    }

    /** The same call under an idempotency key; its body is told by conversation and message. */
    ChatCall keyed(@Nullable String conversationId, @Nullable String agentId, String message, String key) {
        ChatCall call = call(conversationId, agentId, message);
        return new ChatCall(
                call.user(),
                call.conversationId(),
                call.agentId(),
                call.message(),
                call.callerContext(),
                call.overrides(),
                call.deadline(),
                new RequestKey(key, conversationId + message));
    }

    ChatResult.Answered answered(@Nullable String conversationId, String message) {
        return (ChatResult.Answered) service().chat(call(conversationId, null, message));
    }

    List<Turn> turns(String conversationId) {
        return bench.store()
                .turns(new ConversationKey(ALICE, conversationId), new PageRequest.After(0, 200, 1 << 20))
                .orElseThrow()
                .turns();
    }

    @Override
    public void close() {
        bench.close();
    }

    private final class Catalogue implements Agents {
        @Override
        public List<AgentDefinition> definitions() {
            return agents.keySet().stream()
                    .map(id -> new AgentDefinition(
                            id,
                            id,
                            "",
                            "lambda",
                            "",
                            id.equals("hasty") ? 1 : 20,
                            MemorySettings.defaults(),
                            JsonNodeFactory.instance.objectNode()))
                    .toList();
        }

        @Override
        public Agent agent(AgentDefinition definition) {
            return agents.get(definition.id());
        }
    }
}
