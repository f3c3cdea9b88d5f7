package dev.danamemory.blob;

import dev.danamemory.json.JsonReader;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.DirectoryEntry;
import dev.danamemory.store.DirectoryPage;
import dev.danamemory.store.DirectoryQuery;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.rules.StoredFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Lists a user's conversations: keys and times come from listings, only the entries that are shown are read. */
class Listing {
    private static final int LISTED = 1_000;
    private static final Comparator<BlobEntry> NEWEST_FIRST =
            Comparator.comparing(BlobEntry::modified).reversed();

    private final Blobs blobs;
    private final Layout layout;

    Listing(Blobs blobs, Layout layout) {
        this.blobs = blobs;
        this.layout = layout;
    }

    DirectoryPage list(UserId user, DirectoryQuery query) {
        List<BlobEntry> all = entries(layout.entries(user));
        all.sort(NEWEST_FIRST);
        Placed last = query.position() == null ? Placed.BEFORE_ALL : Placed.at(query.position());
        List<DirectoryEntry> shown = new ArrayList<>();
        int next = firstOf(all, last.modified());
        while (next < all.size()) {
            if (shown.size() == query.limit()) {
                return new DirectoryPage(shown, last.position());
            }
            int end = runEnd(all, Math.min(all.size(), next + query.limit() - shown.size()));
            for (Placed placed : placed(user, all.subList(next, end), last)) {
                if (shown.size() == query.limit()) {
                    return new DirectoryPage(shown, last.position());
                }
                placed.shown().filter(entry -> matches(entry, query)).ifPresent(shown::add);
                last = placed;
            }
            next = end;
        }
        return new DirectoryPage(shown, null);
    }

    // entries of one time are in order only when all of them were read
    private static int runEnd(List<BlobEntry> sorted, int end) {
        int next = end;
        while (next < sorted.size()
                && sorted.get(next).modified().equals(sorted.get(next - 1).modified())) {
            next++;
        }
        return next;
    }

    private static int firstOf(List<BlobEntry> sorted, Instant modified) {
        int first = 0;
        while (first < sorted.size() && sorted.get(first).modified().isAfter(modified)) {
            first++;
        }
        return first;
    }

    private List<Placed> placed(UserId user, List<BlobEntry> listed, Placed after) {
        List<Optional<Blob>> read =
                blobs.getAll(listed.stream().map(BlobEntry::key).toList());
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < listed.size(); i++) {
            BlobEntry entry = listed.get(i);
            placed.add(Placed.of(entry, read.get(i).flatMap(blob -> shown(user, entry, blob))));
        }
        placed.removeIf(seen -> Placed.NEWEST_FIRST.compare(seen, after) <= 0);
        placed.sort(Placed.NEWEST_FIRST);
        return placed;
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
    private Optional<DirectoryEntry> shown(UserId user, BlobEntry listed, Blob blob) {
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
}
