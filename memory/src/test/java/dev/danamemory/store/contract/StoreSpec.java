package dev.danamemory.store.contract;

import java.util.EnumSet;
import java.util.Set;

/** A variant of a store that the suite is to be run against. */
public interface StoreSpec {
    /** For messages. */
    String name();

    /** A fresh, empty space, which no other test sees. */
    StoreSpace open();

    /** What can be done to it; all of it, unless said otherwise. */
    default Set<Ability> abilities() {
        return EnumSet.allOf(Ability.class);
    }
}
