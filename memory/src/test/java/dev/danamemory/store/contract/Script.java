package dev.danamemory.store.contract;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;

/**
 * Faults by plan: remembers every request, and does something at one of them. Requests are counted from 1; those that the
 * action itself makes of other stores are not counted here.
 */
public final class Script implements StoreFaults {
    /** On which side of a request something happens. */
    public enum Side {
        /** It has not been sent. */
        BEFORE,
        /** It is done, its answer is on the way. */
        AFTER
    }

    /** A request that was made, and how to deliver it once more. */
    public record Sent(StoreCall call, Runnable deliver) {}

    private final Predicate<StoreCall> counted;
    private final int at;
    private final Side side;
    private final Runnable action;
    private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
    private int count;
    private boolean reached;

    private Script(Predicate<StoreCall> counted, int at, Side side, Runnable action) {
        this.counted = counted;
        this.at = at;
        this.side = side;
        this.action = action;
    }

    /** Only remembers. */
    public static Script recording() {
        return new Script(call -> true, 0, Side.BEFORE, () -> {});
    }

    /** Does something at the n-th request. */
    public static Script at(int n, Side side, Runnable action) {
        return new Script(call -> true, n, side, action);
    }

    /** Does something at the n-th request that writes. */
    public static Script atWrite(int n, Side side, Runnable action) {
        return new Script(StoreCall::isWrite, n, side, action);
    }

    /** For an action that throws. */
    public static Runnable fail(RuntimeException fault) {
        return () -> {
            throw fault;
        };
    }

    /** For an action that ends the process. */
    public static Runnable die() {
        return () -> {
            throw new ProcessDied();
        };
    }

    @Override
    public void before(StoreCall call, Runnable deliver) {
        sent.add(new Sent(call, deliver));
        if (counts(call) && side == Side.BEFORE) {
            action.run();
        }
    }

    @Override
    public void after(StoreCall call, Runnable deliver) {
        if (counted.test(call) && side == Side.AFTER && !reached && counted() == at) {
            reach();
            action.run();
        }
    }

    private synchronized boolean counts(StoreCall call) {
        if (!counted.test(call)) {
            return false;
        }
        count++;
        if (side == Side.BEFORE && count == at) {
            reached = true;
            return true;
        }
        return false;
    }

    private synchronized void reach() {
        reached = true;
    }

    private synchronized int counted() {
        return count;
    }

    /** Whether there was an n-th request. */
    public synchronized boolean reached() {
        return reached;
    }

    /** All requests so far, in order. */
    public List<Sent> sent() {
        synchronized (sent) {
            return List.copyOf(sent);
        }
    }

    /** The requests so far that write, in order. */
    public List<Sent> writes() {
        return sent().stream().filter(request -> request.call().isWrite()).toList();
    }

    /** Delivers every write once more, in order. */
    public void redeliver() {
        writes().forEach(request -> request.deliver().run());
    }

    @Override
    public String toString() {
        return sent().stream().map(request -> request.call().name()).toList().toString();
    }
}
