/** Between API Gateway's events and the endpoints: start at {@link dev.danamemory.functions.http.Front}. */
@NullMarked
package dev.danamemory.functions.http;

import org.jspecify.annotations.NullMarked;
