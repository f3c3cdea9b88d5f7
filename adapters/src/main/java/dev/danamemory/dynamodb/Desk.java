package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.rules.WriterQueues;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What every protocol works with during one call.
 *
 * @param table counted for this call, and given up at its deadline
 * @param queues shared by all calls of this process
 */
record Desk(
        Table table,
        Looking looking,
        Bodies bodies,
        Turns turns,
        Summaries summaries,
        Loading loading,
        Sweeps sweeps,
        Tombstones tombstones,
        Contention contention,
        WriterQueues queues,
        NewIds ids,
        InstantSource clock) {
    /** Settles a change of a conversation when the other writers of this process are done with theirs. */
    <T> T settleInTurn(ConversationKey key, IntFunction<Optional<T>> round) {
        return queues.inTurn(key, contention.deadline(), () -> contention.settle(round));
    }

    /** Changes a conversation item, provided that it is still of that revision. */
    boolean replace(ConversationKey key, Root next, long revision) {
        Item item = RootItem.of(Keys.root(key), next);
        return table.put(item, RootItem.unchanged(next.birth(), revision)) instanceof PutResult.Stored;
    }
}
