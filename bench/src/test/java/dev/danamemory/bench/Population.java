package dev.danamemory.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.StoreUpkeep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Many conversations, written behind the store's back: one is made by the store, the others are copies of what it wrote
 * under other ids.
 */
abstract class Population implements AutoCloseable {
    static final UserId USER = new UserId("bench");
    private static final int TURNS = 45;
    private static final int WRITERS = 16;

    private final Talk talk = new Talk();
    private final Instant longAgo = Instant.now().minus(Duration.ofDays(40));

    /** What is to be measured. */
    abstract StoreUpkeep upkeep();

    /** The store whose clock shows that time. */
    abstract ConversationStore storeAt(Instant now);

    /**
     * Copies a conversation.
     *
     * @param isWhole whether its turns are wanted, or the directory entry alone
     */
    abstract Copies copies(ConversationKey template, boolean isWhole);

    /** Writes copies of one conversation. */
    interface Copies {
        /** Writes one under each of these ids. */
        void write(List<String> ids);

        /** How many go well together. */
        int atOnce();
    }

    @Override
    public abstract void close();

    /** Adds as many conversations of an agent: idle for long, or of this minute. */
    final void fill(String agent, int count, boolean isDue) throws Exception {
        String kind = agent + (isDue ? "-due" : "-young");
        ConversationKey template = new ConversationKey(USER, kind + "-template");
        converse(storeAt(isDue ? longAgo : Instant.now()), template, agent, isDue ? TURNS : 1);
        Copies copies = copies(template, isDue);
        List<String> ids =
                IntStream.range(1, count).mapToObj(n -> kind + "-" + n).toList();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Callable<Boolean>> tasks = new ArrayList<>();
            for (int from = 0; from < ids.size(); from += copies.atOnce()) {
                List<String> some = ids.subList(from, Math.min(ids.size(), from + copies.atOnce()));
                tasks.add(() -> {
                    copies.write(some);
                    return true;
                });
            }
            for (Future<Boolean> done : writers.invokeAll(tasks)) {
                done.get();
            }
        }
    }

    private void converse(ConversationStore store, ConversationKey key, String agent, int turns) {
        var made = store.create(key, new NewConversation(agent, null, null, JsonNodeFactory.instance.objectNode()));
        Conversation last = ((Creation.Created) made).conversation();
        for (int n = 1; n <= turns; n++) {
            NewTurn turn = new NewTurn(
                    n + "-turn",
                    talk.side(),
                    talk.side(),
                    longAgo.toString(),
                    JsonNodeFactory.instance.objectNode(),
                    TurnStatus.COMPLETE,
                    agent,
                    n - 1L,
                    null,
                    List.of(),
                    List.of());
            last = ((Append.Appended) store.append(last, turn, MemorySettings.defaults())).conversation();
        }
    }
}
