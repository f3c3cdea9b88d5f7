package dev.danamemory;

import dev.danamemory.blob.disk.FileStoreSpec;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.context.WindowRelevantTurns;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.tokens.JtokkitTokenCounter;
import java.security.SecureRandom;

/** A memory of one conversation in a file store of its own. */
final class MemoryOnFiles implements AutoCloseable {
    private final Bench bench = new Bench(new FileStoreSpec());
    private final ConversationMemory memory;

    /** @param tokenBudget of a context; 0 is none */
    MemoryOnFiles(int tokenBudget) {
        memory = new ConversationMemory(
                bench.store(),
                bench.key(),
                new MemorySettings(20, 5, 0, tokenBudget, true, 0, "rules", 30, null, null),
                new ContextAssembler(new JtokkitTokenCounter(), new WindowRelevantTurns()),
                new NewIds(new SecureRandom()),
                bench.clock());
    }

    ConversationMemory memory() {
        return memory;
    }

    @Override
    public void close() {
        bench.close();
    }
}
