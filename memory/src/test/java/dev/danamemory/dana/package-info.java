/** Proves that Dana's files come in and go out unharmed. */
@NullMarked
package dev.danamemory.dana;

import org.jspecify.annotations.NullMarked;
