@NullMarked
package dev.danamemory.agents.demo;

import org.jspecify.annotations.NullMarked;
