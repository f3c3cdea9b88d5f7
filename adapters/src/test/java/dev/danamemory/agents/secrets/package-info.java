@NullMarked
package dev.danamemory.agents.secrets;

import org.jspecify.annotations.NullMarked;
