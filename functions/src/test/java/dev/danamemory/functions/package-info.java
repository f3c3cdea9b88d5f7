/** The functions from outside: {@link dev.danamemory.functions.TestApi} sends events through the real handlers. */
@NullMarked
package dev.danamemory.functions;

import org.jspecify.annotations.NullMarked;
