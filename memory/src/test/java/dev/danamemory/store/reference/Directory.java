package dev.danamemory.store.reference;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.DirectoryEntry;
import dev.danamemory.store.DirectoryPage;
import dev.danamemory.store.DirectoryQuery;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.reference.Cells.Cell;
import dev.danamemory.store.reference.Desk.Read;
import dev.danamemory.store.reference.Value.Head;
import dev.danamemory.store.reference.Value.Listed;
import dev.danamemory.store.reference.Value.Unlisted;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists of conversations. Every write of an entry is on condition of the entry that was read before the head was. */
record Directory(Desk desk) {
    /** Lists a conversation that is about to be; false when another's request came between. */
    boolean begin(Head head, @Nullable String title) {
        String name = desk.names().listed(head.header().key());
        Optional<Cell> there = desk.backend().get(name);
        return desk.backend().put(name, there, listed(head, title, desk.now())) > 0;
    }

    /** Makes the entry show what the conversation is now. */
    void follow(ConversationKey key) {
        follow(key, null);
    }

    /** Likewise, with this activity. */
    void follow(ConversationKey key, @Nullable Instant activity) {
        String name = desk.names().listed(key);
        for (int round = 0; round < Desk.ROUNDS; round++) {
            Optional<Cell> there = desk.backend().get(name);
            Optional<Read> live = desk.live(key);
            if (live.isEmpty()) {
                return; // whoever erases it unlists it
            }
            Head head = live.get().head();
            Instant then = activity != null ? activity : activity(there, head);
            Listed wanted = listed(head, head.header().shownTitle(), then);
            if ((there.isPresent() && there.get().value().equals(wanted))
                    || desk.backend().put(name, there, wanted) > 0) {
                return;
            }
        }
        throw Desk.contended();
    }

    /** As {@link #follow}, from a head that may be outdated, over an entry that may be newer: how not to do it. */
    void overwrite(Head head) {
        String name = desk.names().listed(head.header().key());
        desk.backend().putAnyway(name, listed(head, head.header().shownTitle(), desk.now()));
    }

    /** Unlists an erased conversation, and leaves what late requests fail on. */
    void end(ConversationKey key, String birth) {
        String name = desk.names().listed(key);
        for (int round = 0; round < Desk.ROUNDS; round++) {
            Optional<Cell> there = desk.backend().get(name);
            if (there.isPresent() && !birth.equals(birth(there.get()))) {
                return; // another began here since
            }
            if (there.isPresent() && there.get().value() instanceof Unlisted) {
                return;
            }
            if (there.isPresent() && !desk.holds(Rule.ERASE_LEAVES_A_STUB)) {
                desk.backend().deleteIfMatch(name, there.get().version());
                return;
            }
            if (desk.backend().put(name, there, new Unlisted(birth)) > 0) {
                return;
            }
        }
        throw Desk.contended();
    }

    /** The birth of a listed conversation, if one is listed. */
    Optional<String> listedBirth(ConversationKey key) {
        return desk.backend()
                .get(desk.names().listed(key))
                .filter(cell -> cell.value() instanceof Listed)
                .map(Directory::birth);
    }

    /** Records activity of the conversation with that birth; false when it is gone. */
    boolean touch(Head head) {
        ConversationKey key = head.header().key();
        if (!desk.holds(Rule.TOUCH_ON_CONDITION)) {
            overwrite(head);
            return true;
        }
        String name = desk.names().listed(key);
        for (int round = 0; round < Desk.ROUNDS; round++) {
            Optional<Cell> there = desk.backend().get(name);
            if (there.isEmpty()
                    || !(there.get().value() instanceof Listed listed)
                    || !listed.birth().equals(head.header().birth())) {
                return false;
            }
            Listed wanted = new Listed(listed.birth(), desk.now(), at(listed.entry(), desk.now()));
            if (desk.backend().putIfMatch(name, there.get().version(), wanted) > 0) {
                return true;
            }
        }
        throw Desk.contended();
    }

    DirectoryPage page(UserId user, DirectoryQuery query) {
        Comparator<Listed> order = Comparator.comparing(Listed::activity)
                .reversed()
                .thenComparing(listed -> listed.entry().conversationId());
        List<DirectoryEntry> all = desk.backend().list(desk.names().list(user)).stream()
                .flatMap(name -> desk.backend().get(name).stream())
                .flatMap(cell -> cell.value() instanceof Listed listed ? Stream.of(listed) : null)
                .sorted(desk.holds(Rule.LIST_BY_ACTIVITY) ? order : order.reversed())
                .map(Listed::entry)
                .filter(entry -> query.agentId() == null || query.agentId().equals(entry.agentId()))
                .filter(entry -> query.status() == null || query.status() == entry.status())
                .toList();
        int from = query.position() == null ? 0 : Integer.parseInt(query.position());
        int to = Math.min(from + query.limit(), all.size());
        return new DirectoryPage(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }

    private static Instant activity(Optional<Cell> there, Head head) {
        return there.isPresent() && there.get().value() instanceof Listed listed ? listed.activity() : head.touchedAt();
    }

    private static @Nullable String birth(Cell cell) {
        return switch (cell.value()) {
            case Listed listed -> listed.birth();
            case Unlisted unlisted -> unlisted.birth();
            case Value.Head _,
                    Value.Stub _,
                    Value.Block _,
                    Value.OldSummary _,
                    Value.Claimed _,
                    Value.UserErased _,
                    Value.Damaged _ -> null;
        };
    }

    private static Listed listed(Head head, @Nullable String title, Instant activity) {
        ConversationHeader header = head.header();
        return new Listed(
                header.birth(),
                activity,
                new DirectoryEntry(
                        header.key().conversationId(),
                        header.agentId(),
                        title,
                        header.status(),
                        header.createdAt(),
                        activity.toString(),
                        header.metadata()));
    }

    private static DirectoryEntry at(DirectoryEntry entry, Instant activity) {
        return new DirectoryEntry(
                entry.conversationId(),
                entry.agentId(),
                entry.title(),
                entry.status(),
                entry.createdAt(),
                activity.toString(),
                entry.metadata());
    }
}
