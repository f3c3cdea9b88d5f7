package dev.danamemory.store.contract;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.StoreUpkeep;
import java.time.InstantSource;
import java.util.List;

/** One empty, isolated place to store in: a folder, a prefix, a table. */
public interface StoreSpace extends AutoCloseable {
    /**
     * Another store on this data, which knows nothing of the others, as in a process of its own.
     *
     * @param clock moved by the test; may stand still and go back
     * @param faults called around each request of this store to its backend
     */
    ConversationStore store(InstantSource clock, StoreFaults faults);

    /**
     * What cleanup does with this data; asked only with {@link Ability#UPKEEP}.
     *
     * @param faults as for a store
     */
    default StoreUpkeep upkeep(InstantSource clock, StoreFaults faults) {
        throw new UnsupportedOperationException("this store has no upkeep");
    }

    /** How other processes open this data; asked only with {@link Ability#FORKS}. */
    ForkedStore forked();

    /**
     * Cuts the object that holds a conversation's newest turns in half; asked only with {@link Ability#DAMAGE}.
     *
     * @return its name, as {@code StoredDataUnreadableException.object()} is to give it
     */
    String damage(ConversationKey key);

    /** Everything stored here now; asked only with {@link Ability#INSPECTS}. */
    List<StoredObject> objects();

    @Override
    void close();
}
