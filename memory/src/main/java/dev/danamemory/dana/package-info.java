/** Dana's memory files in and out: start at {@link dev.danamemory.dana.DanaFileCodec}. */
@NullMarked
package dev.danamemory.dana;

import org.jspecify.annotations.NullMarked;
