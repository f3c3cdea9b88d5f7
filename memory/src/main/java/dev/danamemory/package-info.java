/**
 * Memory for an agent in a few lines: {@link dev.danamemory.ConversationMemory}, or
 * {@link dev.danamemory.RememberingAgent} around an agent.
 */
@NullMarked
package dev.danamemory;

import org.jspecify.annotations.NullMarked;
