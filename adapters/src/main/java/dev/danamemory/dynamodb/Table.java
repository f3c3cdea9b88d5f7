package dev.danamemory.dynamodb;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import java.util.List;
import java.util.Optional;

/**
 * The table, as far as conversations need it. Every read is consistent, every method is one request.
 *
 * @see TableUnavailableException thrown by all methods when there is no answer, or none that says what was done
 */
interface Table {
    /** This table with its requests counted, and given up at a deadline. */
    Table within(Meter meter, Deadline deadline);

    Optional<Item> get(ItemKey key);

    /** Items that are there, in any order, 100 keys at most; some may be left out when they are large: ask again. */
    List<Item> getAll(List<ItemKey> keys);

    ItemPage query(Range range);

    PutResult put(Item item, Condition condition);

    /** Deletes what stands there, if the condition holds of it; which it does not where nothing stands. */
    PutResult delete(ItemKey key, Condition condition);

    /** What was left undone, to be asked for again. */
    Writes write(Writes writes);

    /** Directory entries by activity, the longest idle first, as they were a moment ago: the one read that may lag. */
    IdleRows idle(IdleRange range);
}
