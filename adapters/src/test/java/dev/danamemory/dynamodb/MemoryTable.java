package dev.danamemory.dynamodb;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A table in memory that does what DynamoDB does, for schedules of many thousand requests. */
final class MemoryTable implements Table {
    private static final Comparator<IdleRow> ORDER = Comparator.comparingLong(IdleRow::activeAt)
            .thenComparing(row -> row.entry().partition())
            .thenComparing(row -> row.entry().sort());
    private static final long PAGE_BYTES = 1L << 20;
    private static final long BATCH_BYTES = 16L << 20;
    private static final long LARGEST_ITEM = 400 * 1024;

    private final Map<String, NavigableMap<String, Item>> partitions;
    private final Meter meter;
    private final Deadline deadline;

    MemoryTable(Deadline deadline) {
        this(new HashMap<>(), new Meter(), deadline);
    }

    private MemoryTable(Map<String, NavigableMap<String, Item>> partitions, Meter meter, Deadline deadline) {
        this.partitions = partitions;
        this.meter = meter;
        this.deadline = deadline;
    }

    @Override
    public Table within(Meter counting, Deadline until) {
        return new MemoryTable(partitions, counting, until);
    }

    @Override
    public Optional<Item> get(ItemKey key) {
        Optional<Item> item = Optional.ofNullable(there(key));
        read(item.stream().toList());
        return item;
    }

    @Override
    public List<Item> getAll(List<ItemKey> keys) {
        List<Item> items = new ArrayList<>();
        long bytes = 0;
        for (ItemKey key : keys) {
            Item item = there(key);
            if (item != null && bytes + ItemSize.of(item) <= BATCH_BYTES) {
                items.add(item);
                bytes += ItemSize.of(item);
            }
        }
        read(items);
        return items;
    }

    @Override
    public ItemPage query(Range range) {
        List<Item> items = new ArrayList<>();
        long bytes = 0;
        boolean isCut = false;
        synchronized (partitions) {
            for (Item item : run(range)) {
                if (items.size() == range.limit() || bytes > PAGE_BYTES) {
                    isCut = true;
                    break;
                }
                items.add(item);
                bytes += ItemSize.of(item);
            }
        }
        // the real one says so too when the limit was the end
        boolean isFull = items.size() == range.limit();
        read(items);
        return new ItemPage(items, isCut || isFull ? items.getLast().key().sort() : null);
    }

    private List<Item> run(Range range) {
        NavigableMap<String, Item> all = partitions.getOrDefault(range.partition(), new TreeMap<>());
        if (range.from().compareTo(range.to()) > 0) {
            throw new IllegalArgumentException("a range from " + range.from() + " to " + range.to());
        }
        NavigableMap<String, Item> between = all.subMap(range.from(), true, range.to(), true);
        NavigableMap<String, Item> ordered = range.isBackwards() ? between.descendingMap() : between;
        return List.copyOf((range.after() == null ? ordered : ordered.tailMap(range.after(), false)).values());
    }

    @Override
    public PutResult put(Item item, Condition condition) {
        requireStorable(item);
        meter.write(ItemSize.of(item));
        meter.units(Math.ceil(ItemSize.of(item) / 1024.0));
        synchronized (partitions) {
            Item there = there(item.key());
            if (!holds(condition, there)) {
                return new PutResult.Refused(there);
            }
            store(item);
            return new PutResult.Stored();
        }
    }

    @Override
    public PutResult delete(ItemKey key, Condition condition) {
        meter.write(0);
        synchronized (partitions) {
            Item there = there(key);
            if (there == null || !holds(condition, there)) {
                return new PutResult.Refused(there);
            }
            partition(key.partition()).remove(key.sort());
            return new PutResult.Stored();
        }
    }

    @Override
    public IdleRows idle(IdleRange range) {
        @Nullable IdleRow after = range.after();
        List<IdleRow> rows = all().stream()
                .filter(item -> range.partition().equals(item.optionalText(EntryItem.INDEX_PARTITION)))
                .map(item -> new IdleRow(range.partition(), item.number(EntryItem.ACTIVE_AT), item.key()))
                .filter(row -> row.activeAt() <= range.through() && (after == null || ORDER.compare(row, after) > 0))
                .sorted(ORDER)
                .limit(range.limit())
                .toList();
        meter.read(0);
        return new IdleRows(rows, rows.size() == range.limit() ? rows.getLast() : null);
    }

    @Override
    public Writes write(Writes writes) {
        if (writes.size() == 0 || writes.size() > Writes.MOST) {
            throw new IllegalArgumentException(writes.size() + " at once");
        }
        writes.put().forEach(MemoryTable::requireStorable);
        meter.write(writes.put().stream().mapToLong(ItemSize::of).sum());
        synchronized (partitions) {
            writes.deleted().forEach(key -> partition(key.partition()).remove(key.sort()));
            writes.put().forEach(this::store);
        }
        return new Writes(List.of(), List.of());
    }

    /** Writes behind a store's back. */
    void store(Item item) {
        synchronized (partitions) {
            partition(item.key().partition()).put(item.key().sort(), item);
        }
    }

    /** All items. */
    List<Item> all() {
        synchronized (partitions) {
            return partitions.values().stream()
                    .flatMap(partition -> partition.values().stream())
                    .toList();
        }
    }

    private NavigableMap<String, Item> partition(String name) {
        return partitions.computeIfAbsent(name, made -> new TreeMap<>());
    }

    private Item there(ItemKey key) {
        if (deadline.hasPassed()) {
            throw new TableUnavailableException("no time is left", false, null);
        }
        synchronized (partitions) {
            return partitions.getOrDefault(key.partition(), new TreeMap<>()).get(key.sort());
        }
    }

    private static void requireStorable(Item item) {
        if (ItemSize.of(item) > LARGEST_ITEM) {
            throw new IllegalArgumentException("an item of " + ItemSize.of(item) + " bytes");
        }
    }

    private static boolean holds(Condition condition, Item there) {
        Map<String, AttributeValue> values = there == null ? Map.of() : there.values();
        return condition.equal().entrySet().stream()
                        .allMatch(equal -> Objects.equals(values.get(equal.getKey()), equal.getValue()))
                && condition.absent().stream().noneMatch(values::containsKey)
                && condition.atMost().entrySet().stream()
                        .allMatch(most -> values.containsKey(most.getKey())
                                && Long.parseLong(values.get(most.getKey()).n()) <= most.getValue());
    }

    private void read(List<Item> items) {
        long bytes = items.stream().mapToLong(ItemSize::of).sum();
        meter.read(bytes);
        meter.units(Math.max(1, Math.ceil(bytes / 4096.0)));
    }
}
