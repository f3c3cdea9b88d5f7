package dev.danamemory.functions;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where {@code MEMORY_ARCHIVE} says that archived turns are. */
sealed interface ArchivePlace {
    /** How a bucket is named. */
    Pattern BUCKET = Pattern.compile("s3://(?<bucket>[a-z0-9][a-z0-9.-]{1,61}[a-z0-9])(?:/(?<prefix>.*))?");

    /** A folder of this machine. */
    record Folder(Path path) implements ArchivePlace {}

    /**
     * A bucket.
     *
     * @param prefix in front of every key; empty or ending with {@code /}
     */
    record Bucket(String name, String prefix) implements ArchivePlace {}

    /**
     * Reads {@code s3://bucket}, {@code s3://bucket/prefix}, or the name of a folder.
     *
     * @throws StartException when it is neither
     */
    static ArchivePlace of(String value) {
        Matcher uri = BUCKET.matcher(value);
        if (uri.matches()) {
            String prefix = uri.group("prefix") == null ? "" : uri.group("prefix");
            return new Bucket(uri.group("bucket"), prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/");
        }
        if (value.contains("://")) {
            throw wrong();
        }
        try {
            return new Folder(Path.of(value));
        } catch (InvalidPathException noPath) {
            throw wrong();
        }
    }

    private static StartException wrong() {
        return new StartException("MEMORY_ARCHIVE must be s3://bucket/prefix or a folder");
    }
}
