/** The function that only reads: start at {@link dev.danamemory.functions.context.ContextHandler}. */
@NullMarked
package dev.danamemory.functions.context;

import org.jspecify.annotations.NullMarked;
