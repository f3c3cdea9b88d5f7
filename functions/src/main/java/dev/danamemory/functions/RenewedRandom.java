package dev.danamemory.functions;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Random numbers of a generator that can be put aside for a new one: copies of one process that went on with the same
 * one might make the same ids.
 */
final class RenewedRandom implements RandomGenerator {
    private final Supplier<RandomGenerator> generators;
    private volatile RandomGenerator current;

    /** @param generators makes one that is not to be foreseen */
    RenewedRandom(Supplier<RandomGenerator> generators) {
        this.generators = generators;
        this.current = generators.get();
    }

    void renew() {
        current = generators.get();
    }

    @Override
    public long nextLong() {
        return current.nextLong();
    }

    @Override
    public void nextBytes(byte[] bytes) {
        current.nextBytes(bytes);
    }
}
