/**
 * A store in memory, of the blob kind, against which the contract suite is tried: {@link
 * dev.danamemory.store.reference.ReferenceStore}. Each rule of storing can be switched off, and the suite must notice.
 */
@NullMarked
package dev.danamemory.store.reference;

import org.jspecify.annotations.NullMarked;
