/** Proves that JSON comes in and goes out as it was written. */
@NullMarked
package dev.danamemory.json;

import org.jspecify.annotations.NullMarked;
