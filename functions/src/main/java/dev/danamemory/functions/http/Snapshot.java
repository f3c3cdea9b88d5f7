package dev.danamemory.functions.http;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;

/**
 * What a function does around the snapshot that Lambda's SnapStart makes of it: many instances begin as its copies. On
 * other JVMs nobody calls it.
 */
public final class Snapshot implements Resource {
    private final Runnable before;
    private final Runnable after;

    private Snapshot(Runnable before, Runnable after) {
        this.before = before;
        this.after = after;
    }

    /**
     * Asks to be told of snapshots. Only the caller keeps what is returned from being forgotten.
     *
     * @param before loads what the first call would have to
     * @param after makes anew what two copies must not share
     */
    static Snapshot registered(Runnable before, Runnable after) {
        Snapshot snapshot = new Snapshot(before, after);
        Core.getGlobalContext().register(snapshot);
        return snapshot;
    }

    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        before.run();
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        after.run();
    }
}
