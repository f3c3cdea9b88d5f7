package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A conversation as far as it can be known when it is damaged, or only begun: enough to end it.
 *
 * @param root the item in its place, whatever it is, or null
 * @param birth of what is there, or null when nothing tells it
 * @param lastPlace the newest item among the turns, or null
 */
record Remains(
        @Nullable Item root,
        @Nullable String birth,
        @Nullable ItemKey lastPlace) {
    static Remains of(Table table, ConversationKey key) {
        Range range = Range.backwards(Keys.conversation(key), "t", Keys.ROOT, 2);
        Item root = null;
        ItemKey last = null;
        for (Item item : table.query(range).items()) {
            if (item.key().sort().equals(Keys.ROOT)) {
                root = item;
            } else if (last == null) {
                last = item.key();
            }
        }
        String birth = root == null ? null : root.optionalText(RootItem.BIRTH);
        return new Remains(root, birth != null ? birth : entrysBirth(table, key), last);
    }

    // the directory tells the birth that a missing or damaged conversation item does not
    private static @Nullable String entrysBirth(Table table, ConversationKey key) {
        Optional<Item> entry = table.get(Keys.entry(key));
        return entry.map(item -> item.optionalText(RootItem.BIRTH)).orElse(null);
    }

    long revision() {
        Long revision = root == null ? null : root.optionalNumber(RootItem.REVISION);
        return revision == null ? 0 : revision;
    }

    /** The highest generation that anything here tells of; at least the given one where no item says. */
    long generation(long now) {
        Long told = root == null ? null : root.optionalNumber(RootItem.GENERATION);
        OptionalLong epochs =
                lastPlace == null ? OptionalLong.empty() : Epoch.generation(Keys.fromEpoch(lastPlace.sort()));
        return Math.max(told == null ? now : told, epochs.orElse(0));
    }

    /** The epoch in which turns may still come; null where none is known. */
    @Nullable
    String epoch() {
        String told = root == null ? null : root.optionalText(RootItem.EPOCH);
        if (told != null && told.length() == Epoch.LENGTH) {
            return told;
        }
        return root == null || lastPlace == null ? null : Keys.epochOf(lastPlace.sort());
    }

    /** That nothing has changed in the place of the conversation item. */
    Condition unchanged() {
        return root == null
                ? Condition.nothing()
                : Condition.same(root, RootItem.BIRTH, RootItem.REVISION, RootItem.EPOCH, Stub.MARK);
    }
}
