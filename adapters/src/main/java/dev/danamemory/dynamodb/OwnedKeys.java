package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.OwnedPage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds a user's conversations by their directory entries, in the order of their ids. */
final class OwnedKeys {
    private static final int READ_AT_ONCE = 50;
    // ids begin with a letter or a digit
    private static final String FIRST_ID = "0";
    private static final String LAST_ID = "~";

    private final Table table;

    OwnedKeys(Table table) {
        this.table = table;
    }

    /** Conversations that can be read, or could be if they were not damaged. */
    OwnedPage page(UserId user, @Nullable String after, int limit) {
        Range range = Range.forwards(Keys.directory(user), FIRST_ID, LAST_ID, Math.min(limit, READ_AT_ONCE));
        ItemPage page = table.query(after == null ? range : range.after(after));
        List<ConversationKey> entered = page.items().stream()
                .filter(item -> !Stub.isStub(item))
                .map(item -> new ConversationKey(user, item.key().sort()))
                .toList();
        return new OwnedPage(there(entered), page.next());
    }

    /** Every id that an entry or a stub stands for. */
    List<ConversationKey> all(UserId user) {
        List<ConversationKey> all = new ArrayList<>();
        Range range = Range.forwards(Keys.directory(user), FIRST_ID, LAST_ID, Listing.READ_AT_ONCE);
        for (Range next = range; next != null; ) {
            ItemPage page = table.query(next);
            page.items()
                    .forEach(
                            item -> all.add(new ConversationKey(user, item.key().sort())));
            next = page.next() == null ? null : range.after(page.next());
        }
        return all;
    }

    // an entry is written before its conversation is
    private List<ConversationKey> there(List<ConversationKey> entered) {
        List<ItemKey> wanted = new ArrayList<>(entered.stream().map(Keys::root).toList());
        Set<ItemKey> found = new HashSet<>();
        boolean isMore = !wanted.isEmpty();
        while (isMore) {
            List<Item> items = table.getAll(wanted);
            items.stream().filter(item -> !Stub.isStub(item)).forEach(item -> found.add(item.key()));
            isMore = wanted.removeAll(items.stream().map(Item::key).toList()) && !wanted.isEmpty();
        }
        return entered.stream().filter(key -> found.contains(Keys.root(key))).toList();
    }
}
