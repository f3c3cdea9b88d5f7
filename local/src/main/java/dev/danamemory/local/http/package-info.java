/** The HTTP front on loopback: start at {@link dev.danamemory.local.http.HttpFront}. */
@NullMarked
package dev.danamemory.local.http;

import org.jspecify.annotations.NullMarked;
