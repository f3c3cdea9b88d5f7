package dev.danamemory.store.reference;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Meter;
import dev.danamemory.store.contract.Ability;
import dev.danamemory.store.contract.ForkedStore;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.contract.StoreFaults;
import dev.danamemory.store.contract.StoreSpace;
import dev.danamemory.store.contract.StoreSpec;
import dev.danamemory.store.contract.StoredObject;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The reference store for the suite, without some of its rules. */
record ReferenceSpec(Set<Rule> broken) implements StoreSpec {
    @Override
    public String name() {
        return broken.isEmpty() ? "the reference store" : "the reference store without " + broken;
    }

    @Override
    public Set<Ability> abilities() {
        return EnumSet.complementOf(EnumSet.of(Ability.FORKS, Ability.UPKEEP));
    }

    @Override
    public StoreSpace open() {
        return new Space(new Cells(!broken.contains(Rule.VERSIONS_ARE_NEW)), broken);
    }

    private record Space(Cells cells, Set<Rule> broken) implements StoreSpace {
        @Override
        public ConversationStore store(InstantSource clock, StoreFaults faults) {
            return new ReferenceStore(cells, clock, faults, new Meter(), broken);
        }

        @Override
        public ForkedStore forked() {
            throw new UnsupportedOperationException("memory is not shared with other processes");
        }

        @Override
        public String damage(ConversationKey key) {
            String name = new Names(broken).head(key);
            String whole = cells.get(name).orElseThrow().value().toString();
            cells.put(name, _ -> true, new Value.Damaged(whole.substring(0, whole.length() / 2)));
            return name;
        }

        @Override
        public List<StoredObject> objects() {
            return cells.objects();
        }

        @Override
        public void close() {}
    }
}
