/** The agent that works offline and quotes what it was told: start at {@link dev.danamemory.agents.demo.DemoAgent}. */
@NullMarked
package dev.danamemory.agents.demo;

import org.jspecify.annotations.NullMarked;
