/** Blobs as objects of an S3 bucket. */
@NullMarked
package dev.danamemory.blob.s3;

import org.jspecify.annotations.NullMarked;
