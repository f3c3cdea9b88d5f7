/** A chat turn from message to stored turn: start at {@link dev.danamemory.chat.ChatService}. */
@NullMarked
package dev.danamemory.chat;

import org.jspecify.annotations.NullMarked;
