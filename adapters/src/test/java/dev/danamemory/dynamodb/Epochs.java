package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.contract.StoreSpace;
import java.util.List;

/** What tests do to whole epochs behind a store's back, as a late sweep does. */
final class Epochs {
    private Epochs() {}

    /** All items of an epoch. */
    static List<Item> itemsOf(StoreSpace space, ConversationKey key, String epoch) {
        return table(space).query(Range.forwards(Keys.conversation(key), "0", Keys.ROOT, 1_000)).items().stream()
                .filter(item -> item.key().sort().startsWith(epoch, 1))
                .toList();
    }

    static void remove(StoreSpace space, List<Item> items) {
        table(space).write(new Writes(items.stream().map(Item::key).toList(), List.of()));
    }

    /** The table itself, without faults. */
    static Table table(StoreSpace space) {
        return ((TableSpace) space).table();
    }
}
