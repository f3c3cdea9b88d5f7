/** Keys that are kept in a secret store: start at {@link dev.danamemory.agents.secrets.AwsSecrets}. */
@NullMarked
package dev.danamemory.agents.secrets;

import org.jspecify.annotations.NullMarked;
