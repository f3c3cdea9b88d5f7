/** Archives and deletes what is idle, as agents' settings say. Begin with {@link dev.danamemory.cleanup.Cleanup}. */
@NullMarked
package dev.danamemory.cleanup;

import org.jspecify.annotations.NullMarked;
