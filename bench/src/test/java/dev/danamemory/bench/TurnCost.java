package dev.danamemory.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.chat.AgentReply;
import dev.danamemory.chat.Agents;
import dev.danamemory.chat.ChatCall;
import dev.danamemory.chat.ChatResult;
import dev.danamemory.chat.ChatService;
import dev.danamemory.chat.MemoryOverrides;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.context.WindowRelevantTurns;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Import;
import dev.danamemory.store.ImportRequest;
import dev.danamemory.store.StoreUse;
import dev.danamemory.tokens.JtokkitTokenCounter;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Prints what a chat turn costs at different lengths of history: the means of 20 turns, as the chat answer's {@code memory}
 * tells them, and as a counter under the store sees them.
 */
final class TurnCost {
    private static final List<Long> LAST = List.of(40L, 100L, 1_000L, 10_000L);
    private static final int MEASURED = 20;

    private final Backend backend;
    private final Talk talk = new Talk();
    private final UserId user = new UserId("bench");

    private TurnCost(Backend backend) {
        this.backend = backend;
    }

    /** Runs it for every store. */
    public static void main(String[] args) throws Exception {
        System.out.println(
                "| store | turns | reads | writes | bytes read | bytes written | units | counted: reads | writes | units |");
        System.out.println("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        for (Backend backend : List.of(new FileBackend(), new S3Backend(), new DynamoBackend())) {
            try (backend) {
                for (long last : LAST) {
                    new TurnCost(backend).measure(last);
                }
            }
        }
        // DynamoDB Local leaves threads
        System.exit(0);
    }

    private void measure(long last) {
        String id = "chat-" + UUID.randomUUID();
        long imported = last - 2 * MEASURED;
        var file = talk.history(imported);
        Import begun = backend.store()
                .importFile(
                        new ConversationKey(user, id),
                        new ImportRequest(file, "default", id, MemorySettings.defaults()));
        if (!(begun instanceof Import.Imported)) {
            throw new IllegalStateException("the history is not there");
        }
        ChatService service = service();
        for (int i = 0; i < MEASURED; i++) {
            chat(service, id);
        }
        Counter.Count before = backend.count();
        Sum sum = new Sum();
        for (int i = 0; i < MEASURED; i++) {
            sum.add(chat(service, id).use());
        }
        print(last, sum, backend.count().minus(before));
    }

    private ChatResult.Answered chat(ChatService service, String id) {
        ChatResult result = service.chat(new ChatCall(
                user,
                id,
                null,
                talk.side(),
                JsonNodeFactory.instance.objectNode(),
                MemoryOverrides.NONE,
                Deadline.in(Duration.ofSeconds(30))));
        if (result instanceof ChatResult.Answered answered) {
            return answered;
        }
        throw new IllegalStateException("no answer: " + result.getClass().getSimpleName());
    }

    private ChatService service() {
        Agent agent = request -> new AgentReply(talk.side(), List.of());
        return new ChatService(
                backend.store(),
                new One(agent),
                new ContextAssembler(new JtokkitTokenCounter(), new WindowRelevantTurns()),
                new NewIds(new SecureRandom()),
                InstantSource.system());
    }

    private void print(long last, Sum sum, Counter.Count counted) {
        System.out.printf(
                Locale.ROOT,
                "| %s | %,d-%,d | %.2f | %.2f | %,d | %,d | %s | %.2f | %.2f | %.2f |%n",
                backend.name(),
                last - MEASURED + 1,
                last,
                mean((double) sum.reads),
                mean((double) sum.writes),
                Math.round(mean((double) sum.readBytes)),
                Math.round(mean((double) sum.writtenBytes)),
                sum.units == 0 ? "-" : String.format(Locale.ROOT, "%.2f", mean(sum.units)),
                mean((double) counted.reads()),
                mean((double) counted.writes()),
                mean(counted.units()));
    }

    private static double mean(double sum) {
        return sum / MEASURED;
    }

    private static final class Sum {
        private long reads;
        private long writes;
        private long readBytes;
        private long writtenBytes;
        private double units;

        void add(StoreUse use) {
            reads += use.reads();
            writes += use.writes();
            readBytes += use.readBytes();
            writtenBytes += use.writtenBytes();
            Double used = use.units();
            units += used == null ? 0 : used;
        }
    }

    /** One agent with the settings of every definition that says nothing. */
    private record One(Agent agent) implements Agents {
        @Override
        public List<AgentDefinition> definitions() {
            return List.of(new AgentDefinition(
                    Agents.DEFAULT,
                    "Bench",
                    "",
                    "bench",
                    "",
                    25,
                    MemorySettings.defaults(),
                    JsonNodeFactory.instance.objectNode()));
        }

        @Override
        public Agent agent(AgentDefinition definition) {
            return agent;
        }
    }
}
