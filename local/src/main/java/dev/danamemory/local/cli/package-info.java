/** The command line: start at {@link dev.danamemory.local.cli.DanaMemoryCommand}. */
@NullMarked
package dev.danamemory.local.cli;

import org.jspecify.annotations.NullMarked;
