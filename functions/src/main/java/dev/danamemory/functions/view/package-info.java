/** What callers see: domain types as JSON trees, all fields always there. */
@NullMarked
package dev.danamemory.functions.view;

import org.jspecify.annotations.NullMarked;
