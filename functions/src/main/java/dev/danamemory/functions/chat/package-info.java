/** The function that calls agents: start at {@link dev.danamemory.functions.chat.ChatHandler}. */
@NullMarked
package dev.danamemory.functions.chat;

import org.jspecify.annotations.NullMarked;
