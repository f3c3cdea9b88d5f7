package dev.danamemory.functions;

import org.jspecify.annotations.Nullable;

/** What S3 stores archives as, by S3's own names: all that it hands out at once, for reads go through to the archive. */
enum ArchiveClass {
    STANDARD,
    STANDARD_IA,
    ONEZONE_IA,
    INTELLIGENT_TIERING,
    GLACIER_IR;

    /**
     * The class that {@code MEMORY_ARCHIVE_CLASS} names; null for the bucket's own.
     *
     * @throws StartException when it names none that can be read at once
     */
    static @Nullable ArchiveClass of(Variables variables) {
        String name = variables.set("MEMORY_ARCHIVE_CLASS");
        if (name == null) {
            return null;
        }
        for (ArchiveClass one : values()) {
            if (one.name().equals(name)) {
                return one;
            }
        }
        throw new StartException("MEMORY_ARCHIVE_CLASS must be STANDARD, STANDARD_IA, ONEZONE_IA,"
                + " INTELLIGENT_TIERING or GLACIER_IR: archives are read without being restored first");
    }
}
