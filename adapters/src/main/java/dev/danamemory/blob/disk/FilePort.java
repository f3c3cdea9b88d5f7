package dev.danamemory.blob.disk;

import java.io.IOException;
import java.nio.file.Path;

/** The file system calls whose order decides what a power cut leaves behind. */
interface FilePort {
    /** Writes a file, over what may be there. */
    void write(Path file, byte[] bytes) throws IOException;

    /** Brings a file's content to the disk. */
    void sync(Path file) throws IOException;

    /** Renames over whatever is there, atomically. */
    void rename(Path from, Path to) throws IOException;

    /** Deletes a file. Returns whether it was there. */
    boolean delete(Path file) throws IOException;

    /** Makes one folder; its parent is there. */
    void makeFolder(Path folder) throws IOException;

    /** Brings a folder's names to the disk. */
    void syncFolder(Path folder) throws IOException;
}
