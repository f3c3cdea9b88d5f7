package dev.danamemory.dynamodb;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What every turn carries on from the one before it, so that nothing else need be written with a turn.
 *
 * @param sessions counted with this turn
 * @param activeAt when the turn was stored; null when it came with a file
 * @param touchedAt when the directory last recorded activity
 * @param agentId the conversation's, as long as its own item does not know it
 * @param title likewise the derived title
 * @param confirmsTitle whether the title that is expected has come
 */
record Running(
        long sessions,
        @Nullable Instant activeAt,
        Instant touchedAt,
        @Nullable String agentId,
        @Nullable String title,
        boolean confirmsTitle) {
    private static final String SESSIONS = "s";
    static final String ACTIVE_AT = "a";
    private static final String TOUCHED_AT = "h";
    private static final String AGENT = "g";
    private static final String TITLE = "d";
    private static final String CONFIRMS = "y";

    Running titled(@Nullable String newTitle, boolean confirms) {
        return new Running(sessions, activeAt, touchedAt, agentId, newTitle, confirms);
    }

    Item.Builder in(Item.Builder item) {
        return item.number(SESSIONS, sessions)
                .number(ACTIVE_AT, activeAt == null ? null : Micros.of(activeAt))
                .number(TOUCHED_AT, touchedAt.getEpochSecond())
                .text(AGENT, agentId)
                .text(TITLE, title)
                .number(CONFIRMS, confirmsTitle ? 1L : null);
    }

    static Running of(Item item) {
        Long active = item.optionalNumber(ACTIVE_AT);
        return new Running(
                item.number(SESSIONS),
                active == null ? null : Micros.instant(active),
                Instant.ofEpochSecond(item.number(TOUCHED_AT)),
                item.optionalText(AGENT),
                item.optionalText(TITLE),
                item.has(CONFIRMS));
    }
}
