/** Who answers: {@link dev.danamemory.agents.ConfiguredAgents} makes agents of the definitions in an agents file. */
@NullMarked
package dev.danamemory.agents;

import org.jspecify.annotations.NullMarked;
