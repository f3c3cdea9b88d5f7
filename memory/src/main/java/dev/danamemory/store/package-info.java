/** The port that keeps conversations: start at {@link dev.danamemory.store.ConversationStore}. */
@NullMarked
package dev.danamemory.store;

import org.jspecify.annotations.NullMarked;
