package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.DirectoryEntry;
import dev.danamemory.store.DirectoryPage;
import dev.danamemory.store.DirectoryQuery;
import dev.danamemory.store.StoredDataUnreadableException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists a user's conversations: the whole directory is read, consistently, and sorted. */
class Listing {
    static final int READ_AT_ONCE = 1_000;
    // ids begin with a letter or a digit
    private static final String FIRST_ID = "0";
    private static final String LAST_ID = "~";

    private final Table table;
    private final Looking looking;

    Listing(Table table, Looking looking) {
        this.table = table;
        this.looking = looking;
    }

    /** An entry's place in the order: the newest activity first. */
    private record Place(long activeAt, String id) implements Comparable<Place> {
        private static final Comparator<Place> ORDER =
                Comparator.comparingLong(Place::activeAt).reversed().thenComparing(Place::id);

        static Place of(Item item) {
            return new Place(Micros.of(EntryItem.activeAt(item)), item.key().sort());
        }

        static Place read(String position) {
            int blank = position.indexOf(' ');
            return new Place(Long.parseLong(position, 0, blank, 10), position.substring(blank + 1));
        }

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }

        @Override
        public String toString() {
            return activeAt + " " + id;
        }
    }

    DirectoryPage list(UserId user, DirectoryQuery query) {
        List<Item> all = entries(user);
        all.sort(Comparator.comparing(Place::of));
        @Nullable String position = query.position();
        @Nullable Place after = position == null ? null : Place.read(position);
        List<DirectoryEntry> shown = new ArrayList<>();
        Item last = null;
        for (Item item : all) {
            if (after != null && Place.of(item).compareTo(after) <= 0) {
                continue;
            }
            if (shown.size() == query.limit() && last != null) {
                return new DirectoryPage(shown, Place.of(last).toString());
            }
            read(user, item).filter(entry -> matches(entry, query)).ifPresent(shown::add);
            last = item;
        }
        return new DirectoryPage(shown, null);
    }

    private List<Item> entries(UserId user) {
        List<Item> all = new ArrayList<>();
        Range range = Range.forwards(Keys.directory(user), FIRST_ID, LAST_ID, READ_AT_ONCE);
        for (Range next = range; next != null; ) {
            ItemPage page = table.query(next);
            page.items().stream().filter(item -> !Stub.isStub(item)).forEach(all::add);
            next = page.next() == null ? null : range.after(page.next());
        }
        return all;
    }

    // what is being imported is shown once it is there
    private Optional<DirectoryEntry> read(UserId user, Item item) {
        ConversationKey key = new ConversationKey(user, item.key().sort());
        try {
            Entry entry = EntryItem.read(item);
            if (!entry.isEarly()) {
                return Optional.of(entry.shown());
            }
        } catch (RuntimeException damage) {
            return fromConversation(key, item, damage);
        }
        return fromConversation(key, item, new IllegalStateException("an import broke off"));
    }

    // one damaged entry must not hide the others: its conversation tells the same
    private Optional<DirectoryEntry> fromConversation(ConversationKey key, Item item, RuntimeException damage) {
        try {
            return looking.live(key, 1)
                    .map(view -> Entry.of(view, EntryItem.activeAt(item)).shown());
        } catch (StoredDataUnreadableException damagedToo) {
            damage.addSuppressed(damagedToo);
            throw new StoredDataUnreadableException(
                    item.key().shown(), key.conversationId(), String.valueOf(damage.getMessage()), damage);
        }
    }

    private static boolean matches(DirectoryEntry entry, DirectoryQuery query) {
        return (query.agentId() == null || query.agentId().equals(entry.agentId()))
                && (query.status() == null || query.status() == entry.status());
    }
}
