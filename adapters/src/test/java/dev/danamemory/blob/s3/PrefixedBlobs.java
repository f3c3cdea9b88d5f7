package dev.danamemory.blob.s3;

import dev.danamemory.blob.Blob;
import dev.danamemory.blob.BlobEntry;
import dev.danamemory.blob.BlobPage;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.Condition;
import dev.danamemory.blob.PutResult;
import dev.danamemory.store.Deadline;
import java.util.Optional;

/** The blobs whose keys begin with a prefix, for who thinks that there is none. */
record PrefixedBlobs(Blobs blobs, String prefix) implements Blobs {
    @Override
    public Optional<Blob> get(String key) {
        return blobs.get(prefix + key);
    }

    @Override
    public PutResult put(String key, byte[] bytes, Condition condition) {
        return blobs.put(prefix + key, bytes, condition);
    }

    @Override
    public boolean delete(String key, String version) {
        return blobs.delete(prefix + key, version);
    }

    @Override
    public void remove(String key) {
        blobs.remove(prefix + key);
    }

    @Override
    public BlobPage list(String folder, String after, int limit) {
        BlobPage page = blobs.list(prefix + folder, after.isEmpty() ? after : prefix + after, limit);
        return new BlobPage(
                page.entries().stream()
                        .map(entry ->
                                new BlobEntry(entry.key().substring(prefix.length()), entry.size(), entry.modified()))
                        .toList(),
                page.more());
    }

    @Override
    public void forgetVersions(String folder) {
        blobs.forgetVersions(prefix + folder);
    }

    @Override
    public Blobs within(Deadline deadline) {
        return new PrefixedBlobs(blobs.within(deadline), prefix);
    }
}
