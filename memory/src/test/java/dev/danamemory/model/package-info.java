/** Proves the forms and limits of the domain's words. */
@NullMarked
package dev.danamemory.model;

import org.jspecify.annotations.NullMarked;
