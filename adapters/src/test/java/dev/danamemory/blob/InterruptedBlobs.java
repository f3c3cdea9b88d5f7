package dev.danamemory.blob;

import java.util.Optional;

/** Blobs with something that happens before one of the calls, the first having number 1. */
public final class InterruptedBlobs extends BrokenBlobs.Handing {
    private int calls;
    private int chosen;
    private Runnable meanwhile = () -> {};

    public InterruptedBlobs(Blobs blobs) {
        super(blobs);
    }

    /** Does it once, right before that call from now on. */
    public void before(int call, Runnable happening) {
        calls = 0;
        chosen = call;
        meanwhile = happening;
    }

    /** Whether so many calls came that it was done; if not, it never will be. */
    public boolean hasHappened() {
        boolean wasDone = chosen == 0;
        chosen = 0;
        return wasDone;
    }

    private void count() {
        calls++;
        if (calls == chosen) {
            chosen = 0;
            meanwhile.run();
        }
    }

    @Override
    public Optional<Blob> get(String key) {
        count();
        return super.get(key);
    }

    @Override
    public PutResult put(String key, byte[] bytes, Condition condition) {
        count();
        return super.put(key, bytes, condition);
    }

    @Override
    public boolean delete(String key, String version) {
        count();
        return super.delete(key, version);
    }

    @Override
    public void remove(String key) {
        count();
        super.remove(key);
    }

    @Override
    public BlobPage list(String prefix, String after, int limit) {
        count();
        return super.list(prefix, after, limit);
    }
}
