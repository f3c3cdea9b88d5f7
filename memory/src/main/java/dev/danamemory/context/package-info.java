/** What an agent is given besides the query: start at {@link dev.danamemory.context.ContextAssembler}. */
@NullMarked
package dev.danamemory.context;

import org.jspecify.annotations.NullMarked;
