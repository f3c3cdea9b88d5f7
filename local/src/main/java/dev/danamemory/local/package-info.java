/** Dana Memory on one machine: start at {@link dev.danamemory.local.Main}. */
@NullMarked
package dev.danamemory.local;

import org.jspecify.annotations.NullMarked;
