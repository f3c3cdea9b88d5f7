package dev.danamemory.local.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** A small file that somebody may write to. Its content is compared: clocks of file systems tick too slowly to tell. */
public final class WatchedFile {
    private static final byte[] UNREADABLE = {};

    private final Path file;
    private byte[] seen;

    /** Watches from now on. */
    public WatchedFile(Path file) {
        this.file = file;
        this.seen = content();
    }

    /** Whether it is another than when this was asked last, or than at the beginning. */
    synchronized boolean hasChanged() {
        byte[] now = content();
        boolean isOther = !Arrays.equals(now, seen);
        seen = now;
        return isOther;
    }

    private byte[] content() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            return UNREADABLE;
        }
    }
}
