/** Blobs as files of one folder: start at {@link dev.danamemory.blob.disk.DiskBlobs}. */
@NullMarked
package dev.danamemory.blob.disk;

import org.jspecify.annotations.NullMarked;
