/** Parts of the cleanup function, each alone. */
@NullMarked
package dev.danamemory.functions.cleanup;

import org.jspecify.annotations.NullMarked;
