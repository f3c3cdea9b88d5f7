/** The real tokenizer: {@link dev.danamemory.tokens.JtokkitTokenCounter}. */
@NullMarked
package dev.danamemory.tokens;

import org.jspecify.annotations.NullMarked;
