@NullMarked
package dev.danamemory.agents.openai;

import org.jspecify.annotations.NullMarked;
