/** Conversations as JSON objects on S3 or disk: start at {@link dev.danamemory.blob.BlobConversationStore}. */
@NullMarked
package dev.danamemory.blob;

import org.jspecify.annotations.NullMarked;
