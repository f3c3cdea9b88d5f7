/** Parts of the conversations function, each alone. */
@NullMarked
package dev.danamemory.functions.conversations;

import org.jspecify.annotations.NullMarked;
