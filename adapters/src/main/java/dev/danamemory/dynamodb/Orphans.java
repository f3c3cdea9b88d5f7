package dev.danamemory.dynamodb;

import dev.danamemory.store.StoredDataUnreadableException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Finds parts that nothing names: of writers that died before they wrote the item, of redactions, of requests that
 * arrived late. A writer of the last hour may still be about to name its own.
 */
record Orphans(Desk desk, View view) {
    // a page of a query ends at 1 MB
    private static final int PARTS_AT_ONCE = 3;
    private static final int READ_AT_ONCE = 500;
    private static final String PART = "p";
    private static final String SUMMARY = "s";
    private static final String TURN = "t";

    /** Deletes them; nothing where an item is damaged, for it may name any. False when time ran out. */
    boolean remove() {
        List<ItemKey> old = new ArrayList<>();
        Instant now = desk.clock().instant();
        items(PART, PARTS_AT_ONCE).forEachRemaining(part -> {
            Long at = part.optionalNumber(Running.ACTIVE_AT);
            if (at != null && !Micros.instant(at).plus(Sweeps.SETTLED).isAfter(now)) {
                old.add(part.key());
            }
        });
        if (old.isEmpty()) {
            return true;
        }
        try {
            Set<String> named = named();
            old.removeIf(part -> named.contains(attempt(part)));
        } catch (StoredDataUnreadableException damage) {
            return true;
        }
        return desk.sweeps().delete(old, desk.contention());
    }

    private static String attempt(ItemKey part) {
        return part.sort().substring(Epoch.LENGTH + 2, part.sort().lastIndexOf('#'));
    }

    // after the parts were listed: whoever names one now wrote it within the last hour
    private Set<String> named() {
        Set<String> named = new HashSet<>();
        History history = desk.looking()
                .live(view.header())
                .map(live -> live.root().history())
                .orElse(view.root().history());
        if (history.more() != null) {
            named.add(history.more().attempt());
        }
        history.summaries().stream()
                .map(KeptSummary::parts)
                .filter(Objects::nonNull)
                .map(Body::attempt)
                .forEach(named::add);
        for (String kind : List.of(SUMMARY, TURN)) {
            items(kind, READ_AT_ONCE).forEachRemaining(item -> {
                if (item.has(Body.ATTEMPT)) {
                    named.add(item.text(Body.ATTEMPT));
                }
            });
        }
        return named;
    }

    private Iterator<Item> items(String kind, int atOnce) {
        String from = kind + view.root().epoch();
        return new ItemRun(desk.table(), Range.forwards(Keys.conversation(view.key()), from, from + "~", atOnce));
    }
}
