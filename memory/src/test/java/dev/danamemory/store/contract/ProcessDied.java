package dev.danamemory.store.contract;

/** The process ends here. Nothing may catch it: neither a store nor an adapter's decorator. */
public final class ProcessDied extends Error {
    private static final long serialVersionUID = 1L;

    public ProcessDied() {
        super("the process died");
    }
}
