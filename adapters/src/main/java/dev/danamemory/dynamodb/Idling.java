package dev.danamemory.dynamodb;

import dev.danamemory.store.IdleConversation;
import dev.danamemory.store.IdlePage;
import dev.danamemory.store.IdleQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds what is idle through cleanup's index: a partition after the other, in each what is idle longest comes first. */
final class Idling {
    private static final int MOST_UNDEFINED = 100;

    private final Table table;
    private final Postponements postponements;

    Idling(Table table, Postponements postponements) {
        this.table = table;
        this.postponements = postponements;
    }

    IdlePage page(IdleQuery query) {
        TreeMap<String, IdlePartition> partitions = new TreeMap<>();
        IdlePartition.of(query.cutoffs(), AgentNames.all(table, MOST_UNDEFINED))
                .forEach(partition -> partitions.put(partition.name(), partition));
        Optional<IdleRow> after = Optional.ofNullable(query.position()).flatMap(IdlePosition::read);
        Page page = new Page(query.limit(), postponements.all());
        for (IdlePartition partition :
                partitions.tailMap(after.map(IdleRow::partition).orElse("")).values()) {
            boolean isBegun = after.filter(row -> row.partition().equals(partition.name()))
                    .isPresent();
            @Nullable IdleRow end = page.fill(partition, isBegun ? after.get() : null);
            if (end != null) {
                return new IdlePage(page.found, page.examined, IdlePosition.of(end));
            }
        }
        return new IdlePage(page.found, page.examined, null);
    }

    /** One page while it is filled. */
    private final class Page {
        private final int limit;
        private final Set<String> postponed;
        private final List<IdleConversation> found = new ArrayList<>();
        private long examined;

        Page(int limit, Set<String> postponed) {
            this.limit = limit;
            this.postponed = postponed;
        }

        /** Takes what the partition has, and tells where the page is full; null when the partition ends before. */
        @Nullable
        IdleRow fill(IdlePartition partition, @Nullable IdleRow after) {
            @Nullable IdleRow next = after;
            do {
                IdleRows rows = table.idle(partition.range(limit - found.size(), next));
                examined += rows.rows().size();
                rows.rows().stream()
                        .map(partition::conversation)
                        .filter(idle -> !postponed.contains(postponements.name(idle.key())))
                        .forEach(found::add);
                next = rows.next();
            } while (next != null && found.size() < limit);
            return next;
        }
    }
}
