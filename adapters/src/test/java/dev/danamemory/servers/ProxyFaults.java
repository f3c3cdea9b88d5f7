package dev.danamemory.servers;

import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

/** Decides on each request that reaches a {@link FaultyProxy}; called by many threads at once. */
@FunctionalInterface
public interface ProxyFaults {
    /** Everything passes. */
    ProxyFaults NONE = request -> new ProxyFault.Pass();

    ProxyFault of(ProxiedRequest request);

    /** Every n-th request loses its answer after the server did what it asked for. */
    static ProxyFaults losingEvery(int n) {
        AtomicLong seen = new AtomicLong();
        return request -> seen.incrementAndGet() % n == 0 ? new ProxyFault.LoseAnswer() : new ProxyFault.Pass();
    }

    /**
     * A share of the requests is refused.
     *
     * @param share 0 to 1
     * @param seed of the choice, which with several threads also depends on their order
     */
    static ProxyFaults refusing(double share, long seed, List<Refusal> refusals) {
        Random random = new Random(seed);
        return request -> random.nextDouble() < share
                ? new ProxyFault.Refuse(refusals.get(random.nextInt(refusals.size())))
                : new ProxyFault.Pass();
    }

    /** These faults for some requests, while the others pass. */
    default ProxyFaults onlyFor(Predicate<ProxiedRequest> which) {
        return request -> which.test(request) ? of(request) : new ProxyFault.Pass();
    }
}
