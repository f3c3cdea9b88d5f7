package dev.danamemory.dynamodb;

import dev.danamemory.model.UserId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Word that a protocol left for cleanup.
 *
 * @param reason which protocol, as in {@code clear}
 * @param conversationId or null: all of the user's
 * @param due when what is late has come in
 * @param redacted the turn that was redacted, or null
 */
record SweepNote(
        String reason,
        UserId user,
        @Nullable String conversationId,
        Instant due,
        @Nullable Redacted redacted) {
    private static final String REASON = "reason";
    private static final String USER = "user";
    private static final String CONVERSATION = "conversation";
    private static final String DUE = "due";
    private static final String EPOCH = "epoch";
    private static final String TURN = "turn";

    /** A turn's number in its epoch. */
    record Redacted(String epoch, long number) {}

    Item item(ItemKey place) {
        return Item.at(place)
                .text(REASON, reason)
                .text(USER, user.value())
                .text(CONVERSATION, conversationId)
                .number(DUE, Micros.of(due))
                .text(EPOCH, redacted == null ? null : redacted.epoch())
                .number(TURN, redacted == null ? null : redacted.number())
                .build();
    }

    /** @throws RuntimeException of whatever kind when the item is no such note */
    static SweepNote of(Item item) {
        Long turn = item.optionalNumber(TURN);
        return new SweepNote(
                item.text(REASON),
                new UserId(item.text(USER)),
                item.optionalText(CONVERSATION),
                Micros.instant(item.number(DUE)),
                turn == null ? null : new Redacted(item.text(EPOCH), turn));
    }
}
