package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.rules.WriterQueues;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * What every protocol works with during one call.
 *
 * @param table counted for this call, and given up at its deadline
 * @param archive likewise
 * @param hash with the table's own key, which is read when it is first needed
 * @param queues shared by all calls of this process
 * @param agents likewise
 */
record Desk(
        Table table,
        ArchivedTurns archive,
        Looking looking,
        Bodies bodies,
        Turns turns,
        Summaries summaries,
        Loading loading,
        Sweeps sweeps,
        SweepNotes notes,
        Tombstones tombstones,
        Supplier<KeyedHash> hash,
        Contention contention,
        WriterQueues queues,
        AgentNames agents,
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
