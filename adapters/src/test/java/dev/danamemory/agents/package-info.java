@NullMarked
package dev.danamemory.agents;

import org.jspecify.annotations.NullMarked;
