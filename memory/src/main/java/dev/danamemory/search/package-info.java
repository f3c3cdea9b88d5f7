/** Ranked search through turns: start at {@link dev.danamemory.search.TurnSearch}. */
@NullMarked
package dev.danamemory.search;

import org.jspecify.annotations.NullMarked;
