package dev.danamemory.store.contract;

/** What can be done to a store in a test. A clause is skipped visibly where its store lacks the ability. */
public enum Ability {
    /** Other processes can open the same data. */
    FORKS,
    /** {@link StoreSpace#damage}. */
    DAMAGE,
    /** {@link StoreSpace#objects}. */
    INSPECTS,
    /** {@code deliver} of {@link StoreFaults} works. */
    REDELIVERS,
    /** {@link StoreSpace#upkeep}. */
    UPKEEP
}
