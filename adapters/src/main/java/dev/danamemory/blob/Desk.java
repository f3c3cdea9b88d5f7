package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.TurnArchive;
import dev.danamemory.store.rules.WriterQueues;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.IntFunction;

/**
 * What every protocol works with during one call.
 *
 * @param blobs counted for this call
 * @param queues shared by all calls of this process
 */
record Desk(
        Blobs blobs,
        Layout layout,
        Heads heads,
        Entries entries,
        Blocks blocks,
        TurnIds turnIds,
        Contention contention,
        WriterQueues queues,
        Sweeps sweeps,
        TurnArchive archive,
        Tombstones tombstones,
        NewIds ids,
        InstantSource clock) {
    /** The same for work on many conversations. */
    Desk patient(Duration longest) {
        return new Desk(
                blobs,
                layout,
                heads,
                entries,
                blocks,
                turnIds,
                contention.patient(longest),
                queues,
                sweeps,
                archive,
                tombstones,
                ids,
                clock);
    }

    /** Settles a change of a conversation's head when the other writers of this process are done with theirs. */
    <T> T settleInTurn(ConversationKey key, IntFunction<Optional<T>> round) {
        return queues.inTurn(key, contention.deadline(), () -> contention.settle(round));
    }
}
