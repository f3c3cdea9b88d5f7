/** Makes short texts of runs of turns. {@link dev.danamemory.summary.Summariser} is the port. */
@NullMarked
package dev.danamemory.summary;

import org.jspecify.annotations.NullMarked;
