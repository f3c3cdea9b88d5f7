/** What every store decides alike: sessions, generations, titles, and whose turn it is to write. */
@NullMarked
package dev.danamemory.store.rules;

import org.jspecify.annotations.NullMarked;
