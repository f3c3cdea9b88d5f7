package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.StoreUpkeep;
import dev.danamemory.store.contract.Ability;
import dev.danamemory.store.contract.ForkedStore;
import dev.danamemory.store.contract.StoreFaults;
import dev.danamemory.store.contract.StoreSpace;
import dev.danamemory.store.contract.StoreSpec;
import dev.danamemory.store.contract.StoredObject;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The store on a table in memory.
 *
 * @param protocols what it is put together from
 * @param broken what the table does otherwise than a table should
 * @param seen what the store sees of the table, its failures included
 */
record MemorySpec(Protocols protocols, UnaryOperator<Table> broken, UnaryOperator<Table> seen) implements StoreSpec {
    MemorySpec() {
        this(new Protocols(), UnaryOperator.identity(), UnaryOperator.identity());
    }

    static MemorySpec of(Protocols protocols) {
        return new MemorySpec(protocols, UnaryOperator.identity(), UnaryOperator.identity());
    }

    static MemorySpec on(UnaryOperator<Table> broken) {
        return new MemorySpec(new Protocols(), broken, UnaryOperator.identity());
    }

    static MemorySpec seenAs(UnaryOperator<Table> seen) {
        return new MemorySpec(new Protocols(), UnaryOperator.identity(), seen);
    }

    @Override
    public String name() {
        return "dynamodb in memory";
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.FORKS));
    }

    @Override
    public StoreSpace open() {
        return new Space(new MemoryTable(Deadline.in(Duration.ofHours(1))), new TestArchive(), this);
    }

    private record Space(MemoryTable table, TestArchive archive, MemorySpec spec) implements TableSpace {
        @Override
        public void store(Item item) {
            table.store(item);
        }

        @Override
        public DynamoConversationStore store(InstantSource clock, StoreFaults faults) {
            Table seen = spec.seen().apply(FaultyTable.of(spec.broken().apply(table), faults));
            return new DynamoConversationStore(
                    seen, archive.archive(faults), new NewIds(new SecureRandom()), clock, spec.protocols());
        }

        @Override
        public StoreUpkeep upkeep(InstantSource clock, StoreFaults faults) {
            return store(clock, faults).upkeep();
        }

        @Override
        public ForkedStore forked() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String damage(ConversationKey key) {
            Item root = table.get(Keys.root(key)).orElseThrow();
            table.store(Items.cut(root));
            return root.key().shown();
        }

        @Override
        public List<StoredObject> objects() {
            return Stream.concat(table.all().stream().map(Items::shown), archive.objects().stream())
                    .toList();
        }

        @Override
        public void close() {
            archive.close();
        }
    }
}
