/** Parts of the context function, each alone. */
@NullMarked
package dev.danamemory.functions.context;

import org.jspecify.annotations.NullMarked;
