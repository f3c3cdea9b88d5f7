/** The words of the domain: {@link dev.danamemory.model.Turn}, {@link dev.danamemory.model.Summary}, {@link dev.danamemory.model.MemorySettings}. */
@NullMarked
package dev.danamemory.model;

import org.jspecify.annotations.NullMarked;
