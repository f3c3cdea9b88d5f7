package dev.danamemory.store.contract;

/**
 * Stands between a store and its backend: sees every request, holds it up, fails it, delivers it again. An adapter calls
 * it around each request, outside of any lock of its own (a test runs whole protocols of other stores in there).
 *
 * <p>{@code deliver} is the request as it would reach the backend, condition included; its answer goes nowhere, and it
 * throws nothing. A test may run it at any later time, any number of times: that is a delayed or repeated request.
 */
public interface StoreFaults {
    /** No faults. */
    StoreFaults NONE = new StoreFaults() {};

    /**
     * A request is about to be sent.
     *
     * @throws StoreFault when it is not to be sent now
     */
    default void before(StoreCall call, Runnable deliver) {}

    /**
     * The backend has done the request, or refused its condition, and its answer is on the way.
     *
     * @throws StoreFault when the answer is not to arrive
     */
    default void after(StoreCall call, Runnable deliver) {}
}
