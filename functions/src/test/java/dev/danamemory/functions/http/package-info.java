/** Parts of the way from event to endpoint, each alone. */
@NullMarked
package dev.danamemory.functions.http;

import org.jspecify.annotations.NullMarked;
