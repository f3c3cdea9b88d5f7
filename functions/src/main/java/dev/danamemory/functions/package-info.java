/** The Lambda functions: start at {@link dev.danamemory.functions.Wiring}, or at the handler of a package below. */
@NullMarked
package dev.danamemory.functions;

import org.jspecify.annotations.NullMarked;
