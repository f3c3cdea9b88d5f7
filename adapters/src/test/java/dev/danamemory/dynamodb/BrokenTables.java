package dev.danamemory.dynamodb;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Tables that do not keep what the store builds on, each in one way. */
final class BrokenTables {
    private static final Condition ANYTHING = new Condition(Map.of(), Set.of(), Map.of());

    private BrokenTables() {}

    /** A table that hands everything on; a broken one overrides a method. */
    abstract static class Handing implements Table {
        final Table table;

        Handing(Table table) {
            this.table = table;
        }

        abstract Table around(Table other);

        @Override
        public Table within(Meter meter, Deadline deadline) {
            return around(table.within(meter, deadline));
        }

        @Override
        public Optional<Item> get(ItemKey key) {
            return table.get(key);
        }

        @Override
        public List<Item> getAll(List<ItemKey> keys) {
            return table.getAll(keys);
        }

        @Override
        public ItemPage query(Range range) {
            return table.query(range);
        }

        @Override
        public PutResult put(Item item, Condition condition) {
            return table.put(item, condition);
        }

        @Override
        public PutResult delete(ItemKey key, Condition condition) {
            return table.delete(key, condition);
        }

        @Override
        public IdleRows idle(IdleRange range) {
            return table.idle(range);
        }

        @Override
        public Writes write(Writes writes) {
            return table.write(writes);
        }
    }

    /** Some items are written whatever stands there. */
    static Table unconditional(Table table, Predicate<Item> which) {
        return new Handing(table) {
            @Override
            Table around(Table other) {
                return unconditional(other, which);
            }

            @Override
            public PutResult put(Item item, Condition condition) {
                return super.put(item, which.test(item) ? ANYTHING : condition);
            }
        };
    }

    /** Deletes instead of leaving a stub. */
    static Table withoutStubs(Table table) {
        return new Handing(table) {
            @Override
            Table around(Table other) {
                return withoutStubs(other);
            }

            @Override
            public PutResult put(Item item, Condition condition) {
                PutResult result = super.put(item, condition);
                if (result instanceof PutResult.Stored && Stub.isStub(item)) {
                    table.write(new Writes(List.of(item.key()), List.of()));
                }
                return result;
            }
        };
    }

    /** Partitions are renamed on their way, so that different ones become the same. */
    static Table renaming(Table table, UnaryOperator<String> partition) {
        return new Handing(table) {
            @Override
            Table around(Table other) {
                return renaming(other, partition);
            }

            private ItemKey renamed(ItemKey key) {
                return new ItemKey(partition.apply(key.partition()), key.sort());
            }

            private Item renamed(Item item) {
                return Items.with(
                        item, Item.PARTITION, AttributeValue.fromS(partition.apply(item.text(Item.PARTITION))));
            }

            @Override
            public Optional<Item> get(ItemKey key) {
                return super.get(renamed(key));
            }

            @Override
            public List<Item> getAll(List<ItemKey> keys) {
                return super.getAll(keys.stream().map(this::renamed).toList());
            }

            @Override
            public ItemPage query(Range range) {
                return super.query(new Range(
                        partition.apply(range.partition()),
                        range.from(),
                        range.to(),
                        range.isBackwards(),
                        range.limit(),
                        range.after()));
            }

            @Override
            public PutResult put(Item item, Condition condition) {
                return super.put(renamed(item), condition);
            }
        };
    }

    /** A read that fails finds nothing. */
    static Table silent(Table table) {
        return new Handing(table) {
            @Override
            Table around(Table other) {
                return silent(other);
            }

            @Override
            public ItemPage query(Range range) {
                try {
                    return super.query(range);
                } catch (TableUnavailableException e) {
                    return new ItemPage(List.of(), null);
                }
            }
        };
    }

    /** Entries tell no times. */
    static Table timeless(Table table) {
        return new Handing(table) {
            @Override
            Table around(Table other) {
                return timeless(other);
            }

            @Override
            public ItemPage query(Range range) {
                ItemPage page = super.query(range);
                return new ItemPage(
                        page.items().stream()
                                .map(item -> Items.with(item, EntryItem.ACTIVE_AT, AttributeValue.fromN("0")))
                                .toList(),
                        page.next());
            }
        };
    }

    /** Nobody remembers that a turn id was claimed. */
    static Table forgettingTurnIds(Table table) {
        return new Handing(table) {
            @Override
            Table around(Table other) {
                return forgettingTurnIds(other);
            }

            @Override
            public PutResult put(Item item, Condition condition) {
                return item.key().sort().startsWith("i") ? new PutResult.Stored() : super.put(item, condition);
            }
        };
    }
}
