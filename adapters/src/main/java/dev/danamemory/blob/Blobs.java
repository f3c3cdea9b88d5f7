package dev.danamemory.blob;

import dev.danamemory.store.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Objects by key with conditional writes: all that the blob layout needs of S3 or a disk. Keys are path-like, parts
 * joined with {@code /}. A write is atomic and, once answered, on every later read.
 *
 * <p>Every method may throw {@link BlobUnavailableException}; a write that throws it may or may not have been done.
 */
public interface Blobs {
    /** The most keys of one page. */
    int LISTED = 1_000;

    /** The object, or nothing when there is none; never nothing because a read failed. */
    Optional<Blob> get(String key);

    /**
     * The same for several objects, in the order of their keys; a backend that lets one wait may be asked for some of them
     * at once.
     */
    default List<Optional<Blob>> getAll(List<String> keys) {
        return keys.stream().map(this::get).toList();
    }

    /** Writes the object if the condition holds at that moment. */
    PutResult put(String key, byte[] bytes, Condition condition);

    /**
     * Writes each of these objects on condition that there is none of its key; the results are in their order. A backend
     * that lets one wait may be asked for some of them at once. When it throws, any of them may have been written.
     */
    default List<PutResult> putNew(List<NewBlob> objects) {
        return objects.stream()
                .map(one -> put(one.key(), one.bytes(), new Condition.Absent()))
                .toList();
    }

    /** Deletes the object if it has this version. Returns whether it did. */
    boolean delete(String key, String version);

    /** Deletes an object that nobody changes any more, whatever is there; nothing to delete is fine. */
    void remove(String key);

    /**
     * Keys that begin with the prefix and come after a key, in order of their bytes.
     *
     * @param prefix ends with {@code /}
     * @param after empty for the first page
     * @param limit 1 to {@value #LISTED}
     */
    BlobPage list(String prefix, String after, int limit);

    /** All of {@link #list}, page by page. */
    default List<BlobEntry> listAll(String prefix, String after) {
        List<BlobEntry> entries = new ArrayList<>();
        String last = after;
        BlobPage page;
        do {
            page = list(prefix, last, LISTED);
            entries.addAll(page.entries());
            last = page.entries().isEmpty() ? last : page.entries().getLast().key();
        } while (page.more());
        return entries;
    }

    /** Deletes versions of objects that are no longer current, where the backend keeps such, of all keys with that prefix. */
    default void forgetVersions(String prefix) {}

    /** The same blobs, whose requests are given up when that deadline passes; a backend that answers at once needs none. */
    default Blobs within(Deadline deadline) {
        return this;
    }
}
