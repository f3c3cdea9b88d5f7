package dev.danamemory.store;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the conversations that may be idle.
 *
 * @param examined how many were looked at to find them
 * @param next position of the next page; null when this is the last
 */
public record IdlePage(
        List<IdleConversation> found,
        long examined,
        @Nullable String next) {
    public IdlePage {
        found = List.copyOf(found);
    }
}
