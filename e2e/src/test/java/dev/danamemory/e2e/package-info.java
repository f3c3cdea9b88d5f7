/**
 * The functions as they are deployed, under Lambda's own runtime interface client: start at {@link
 * dev.danamemory.e2e.LambdaProcess}.
 */
@NullMarked
package dev.danamemory.e2e;

import org.jspecify.annotations.NullMarked;
