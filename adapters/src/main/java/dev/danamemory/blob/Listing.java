package dev.danamemory.blob;

import dev.danamemory.json.JsonReader;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.DirectoryEntry;
import dev.danamemory.store.DirectoryPage;
import dev.danamemory.store.DirectoryQuery;
import dev.danamemory.store.StoredDataUnreadableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lists a user's conversations: keys and times come from listings, only the entries that are shown are read. */
class Listing {
    private static final int LISTED = 1_000;
    private static final Comparator<BlobEntry> NEWEST_FIRST =
            Comparator.comparing(BlobEntry::modified).reversed().thenComparing(BlobEntry::key);

    private final Blobs blobs;
    private final Layout layout;

    Listing(Blobs blobs, Layout layout) {
        this.blobs = blobs;
        this.layout = layout;
    }

    DirectoryPage list(UserId user, DirectoryQuery query) {
        List<BlobEntry> all = entries(layout.entries(user));
        all.sort(NEWEST_FIRST);
        List<DirectoryEntry> shown = new ArrayList<>();
        for (int i = firstAfter(all, query.position()); i < all.size(); i++) {
            if (shown.size() == query.limit()) {
                return new DirectoryPage(shown, position(all.get(i - 1)));
            }
            read(user, all.get(i)).filter(entry -> matches(entry, query)).ifPresent(shown::add);
        }
        return new DirectoryPage(shown, null);
    }

    private List<BlobEntry> entries(String folder) {
        List<BlobEntry> all = new ArrayList<>();
        String after = "";
        BlobPage page;
        do {
            page = blobs.list(folder, after, LISTED);
            after = page.entries().isEmpty() ? after : page.entries().getLast().key();
            page.entries().stream().filter(Layout::isObject).forEach(all::add);
        } while (page.more());
        return all;
    }

    // a stub is not shown; what is being imported is shown once its head is there
    private Optional<DirectoryEntry> read(UserId user, BlobEntry listed) {
        return blobs.get(listed.key()).flatMap(blob -> {
            try {
                StoredFields file = StoredFields.of(JsonReader.stored().read(blob.bytes()));
                if (Stub.read(file).isPresent()) {
                    return Optional.empty();
                }
                ListEntry entry = ListEntry.of(file);
                if (!entry.importing()) {
                    return Optional.of(entry.shown());
                }
            } catch (RuntimeException damage) {
                return fromHead(user, listed, damage);
            }
            return fromHead(user, listed, new IllegalStateException("an import broke off"));
        });
    }

    // one damaged entry must not hide the others: its head tells the same
    private Optional<DirectoryEntry> fromHead(UserId user, BlobEntry listed, RuntimeException damage) {
        return blobs.get(layout.headBeside(user, listed.name())).flatMap(blob -> {
            try {
                StoredFields file = StoredFields.of(JsonReader.stored().read(blob.bytes()));
                if (Stub.read(file).isPresent()) {
                    return Optional.empty();
                }
                Head head = HeadJson.read(new ConversationKey(user, file.text("conversation_id")), file);
                return Optional.of(
                        ListEntry.of(head.header(), head.header().updatedAt()).shown());
            } catch (RuntimeException damagedToo) {
                damage.addSuppressed(damagedToo);
                throw new StoredDataUnreadableException(
                        listed.key(), Layout.id(listed), String.valueOf(damage.getMessage()), damage);
            }
        });
    }

    private static boolean matches(DirectoryEntry entry, DirectoryQuery query) {
        return (query.agentId() == null || query.agentId().equals(entry.agentId()))
                && (query.status() == null || query.status() == entry.status());
    }

    private static String position(BlobEntry entry) {
        return entry.modified() + " " + entry.name();
    }

    private static int firstAfter(List<BlobEntry> sorted, @Nullable String position) {
        if (position == null) {
            return 0;
        }
        int blank = position.indexOf(' ');
        Instant modified = Instant.parse(position.substring(0, blank));
        String name = position.substring(blank + 1);
        for (int i = 0; i < sorted.size(); i++) {
            int order = modified.compareTo(sorted.get(i).modified());
            if (order > 0 || (order == 0 && sorted.get(i).name().compareTo(name) > 0)) {
                return i;
            }
        }
        return sorted.size();
    }
}
