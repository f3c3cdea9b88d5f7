/** The function that archives and deletes what is idle: {@link dev.danamemory.functions.cleanup.CleanupHandler}. */
@NullMarked
package dev.danamemory.functions.cleanup;

import org.jspecify.annotations.NullMarked;
