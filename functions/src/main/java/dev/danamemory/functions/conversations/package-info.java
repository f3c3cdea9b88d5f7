/** The function that writes without an agent: start at {@link dev.danamemory.functions.conversations.ConversationsHandler}. */
@NullMarked
package dev.danamemory.functions.conversations;

import org.jspecify.annotations.NullMarked;
