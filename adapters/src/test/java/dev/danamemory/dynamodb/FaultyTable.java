package dev.danamemory.dynamodb;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.contract.StoreCall;
import dev.danamemory.store.contract.StoreFault;
import dev.danamemory.store.contract.StoreFaults;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * A table with a suite's faults around each request.
 *
 * @param unhurried the same table without a deadline: a request may arrive when its caller is long gone
 */
record FaultyTable(Table table, Table unhurried, StoreFaults faults) implements Table {
    static FaultyTable of(Table table, StoreFaults faults) {
        return new FaultyTable(table, table.within(new Meter(), Deadline.in(Duration.ofHours(1))), faults);
    }

    @Override
    public Table within(Meter meter, Deadline deadline) {
        return new FaultyTable(table.within(meter, deadline), unhurried, faults);
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        return request(StoreCall.read("get " + kind(key)), asked -> asked.get(key));
    }

    @Override
    public List<Item> getAll(List<ItemKey> keys) {
        return request(StoreCall.read("get-all " + kind(keys.getFirst())), asked -> asked.getAll(keys));
    }

    @Override
    public ItemPage query(Range range) {
        String name = "query " + kind(new ItemKey(range.partition(), range.from()));
        return request(StoreCall.read(name), asked -> asked.query(range));
    }

    @Override
    public PutResult put(Item item, Condition condition) {
        return request(StoreCall.write("put " + kind(item.key())), asked -> asked.put(item, condition));
    }

    @Override
    public PutResult delete(ItemKey key, Condition condition) {
        return request(StoreCall.write("delete " + kind(key)), asked -> asked.delete(key, condition));
    }

    @Override
    public IdleRows idle(IdleRange range) {
        return request(StoreCall.read("query idle"), asked -> asked.idle(range));
    }

    @Override
    public Writes write(Writes writes) {
        return request(StoreCall.write("write " + writes.size()), asked -> asked.write(writes));
    }

    private <T> T request(StoreCall call, Function<Table, T> request) {
        Runnable deliver = () -> {
            try {
                Objects.requireNonNull(request.apply(unhurried));
            } catch (TableUnavailableException answerGoesNowhere) {
                // nobody waits for it
            }
        };
        try {
            faults.before(call, deliver);
            T answer = request.apply(table);
            faults.after(call, deliver);
            return answer;
        } catch (StoreFault fault) {
            throw new TableUnavailableException("as the test wants it", false, fault);
        }
    }

    private static String kind(ItemKey key) {
        return key.partition().charAt(0) == 'c'
                ? key.sort().substring(0, 1)
                : key.partition().substring(0, 1);
    }
}
