/** Calls the functions with the events that API Gateway would send them: start at {@link dev.danamemory.local.gateway.LocalApi}. */
@NullMarked
package dev.danamemory.local.gateway;

import org.jspecify.annotations.NullMarked;
