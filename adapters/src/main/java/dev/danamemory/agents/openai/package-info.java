/** Agents behind an OpenAI-compatible chat-completions endpoint: start at {@link OpenAiAgentKind}. */
@NullMarked
package dev.danamemory.agents.openai;

import org.jspecify.annotations.NullMarked;
