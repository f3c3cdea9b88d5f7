package dev.danamemory.functions;

import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** What S3 stores archives as. */
final class ArchiveClass {
    // all that S3 hands out at once: reads go through to the archive
    private static final List<StorageClass> CLASSES = List.of(
            StorageClass.STANDARD,
            StorageClass.STANDARD_IA,
            StorageClass.ONEZONE_IA,
            StorageClass.INTELLIGENT_TIERING,
            StorageClass.GLACIER_IR);

    private ArchiveClass() {}

    /**
     * The class that {@code MEMORY_ARCHIVE_CLASS} names; nothing for the bucket's own.
     *
     * @throws StartException when it names none that can be read at once
     */
    static Optional<StorageClass> of(Variables variables) {
        String name = variables.set("MEMORY_ARCHIVE_CLASS");
        if (name == null) {
            return Optional.empty();
        }
        return Optional.of(CLASSES.stream()
                .filter(one -> one.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new StartException("MEMORY_ARCHIVE_CLASS must be STANDARD, STANDARD_IA, ONEZONE_IA,"
                        + " INTELLIGENT_TIERING or GLACIER_IR: archives are read without being restored first")));
    }
}
