package dev.danamemory.blob;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import java.util.List;
import java.util.Optional;

/** Blobs whose requests are counted, those that fail included (but for listings). */
record MeteredBlobs(Blobs blobs, Meter meter) implements Blobs {
    // about what a listing says of one key
    private static final int LISTED_ENTRY_BYTES = 200;

    @Override
    public Optional<Blob> get(String key) {
        long bytes = 0;
        try {
            Optional<Blob> blob = blobs.get(key);
            bytes = size(blob);
            return blob;
        } finally {
            meter.read(bytes);
        }
    }

    @Override
    public List<Optional<Blob>> getAll(List<String> keys) {
        List<Optional<Blob>> all = List.of();
        try {
            all = blobs.getAll(keys);
            return all;
        } finally {
            all.forEach(blob -> meter.read(size(blob)));
            keys.stream().skip(all.size()).forEach(unanswered -> meter.read(0));
        }
    }

    private static long size(Optional<Blob> blob) {
        return blob.isPresent() ? blob.get().bytes().length : 0;
    }

    @Override
    public PutResult put(String key, byte[] bytes, Condition condition) {
        meter.write(bytes.length);
        return blobs.put(key, bytes, condition);
    }

    @Override
    public List<PutResult> putNew(List<NewBlob> objects) {
        objects.forEach(one -> meter.write(one.bytes().length));
        return blobs.putNew(objects);
    }

    @Override
    public boolean delete(String key, String version) {
        meter.write(0);
        return blobs.delete(key, version);
    }

    @Override
    public void remove(String key) {
        meter.write(0);
        blobs.remove(key);
    }

    @Override
    public BlobPage list(String prefix, String after, int limit) {
        BlobPage page = blobs.list(prefix, after, limit);
        meter.read((long) page.entries().size() * LISTED_ENTRY_BYTES);
        return page;
    }

    @Override
    public void forgetVersions(String prefix) {
        blobs.forgetVersions(prefix);
    }

    @Override
    public Blobs within(Deadline deadline) {
        return new MeteredBlobs(blobs.within(deadline), meter);
    }
}
