package dev.danamemory.blob;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.contract.StoreCall;
import dev.danamemory.store.contract.StoreFault;
import dev.danamemory.store.contract.StoreFaults;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/** Blobs with a suite's faults around each request. */
public record FaultyBlobs(Blobs blobs, StoreFaults faults) implements Blobs {
    @Override
    public Optional<Blob> get(String key) {
        return request(StoreCall.read("get " + kind(key)), () -> blobs.get(key));
    }

    @Override
    public PutResult put(String key, byte[] bytes, Condition condition) {
        String name = switch (condition) {
            case Condition.Absent absent -> "put-if-absent ";
            case Condition.Match match -> "put-if-match ";
        };
        return request(StoreCall.write(name + kind(key)), () -> blobs.put(key, bytes, condition));
    }

    @Override
    public boolean delete(String key, String version) {
        return request(StoreCall.write("delete-if-match " + kind(key)), () -> blobs.delete(key, version));
    }

    @Override
    public void remove(String key) {
        request(StoreCall.write("remove " + kind(key)), () -> {
            blobs.remove(key);
            return true;
        });
    }

    @Override
    public BlobPage list(String prefix, String after, int limit) {
        return request(StoreCall.read("list " + kind(prefix)), () -> blobs.list(prefix, after, limit));
    }

    @Override
    public Blobs within(Deadline deadline) {
        return new FaultyBlobs(blobs.within(deadline), faults);
    }

    private <T> T request(StoreCall call, Supplier<T> backend) {
        Runnable deliver = () -> {
            try {
                Objects.requireNonNull(backend.get());
            } catch (BlobUnavailableException answerGoesNowhere) {
                // nobody waits for it
            }
        };
        try {
            faults.before(call, deliver);
            T answer = backend.get();
            faults.after(call, deliver);
            return answer;
        } catch (StoreFault fault) {
            throw new BlobUnavailableException("as the test wants it", fault);
        }
    }

    private static String kind(String key) {
        int slash = key.indexOf('/');
        return slash < 0 ? key : key.substring(0, slash);
    }
}
