/** Parts of the way from event to endpoint, each alone. */
@NullMarked
package dev.danamemory.functions.metrics;

import org.jspecify.annotations.NullMarked;
