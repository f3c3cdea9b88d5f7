package dev.danamemory.store.reference;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.TurnPage;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.reference.Desk.Read;
import dev.danamemory.store.reference.Value.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reads histories. A block that is gone means that the head is outdated: it is read again. */
record Reader(Desk desk, Blocks blocks) {
    private static final int ROUNDS = 10;
    private static final long LITTLE = 4L << 20;

    List<Turn> newest(Conversation loaded, int count) {
        Head head = Desk.read(loaded).head();
        List<Turn> newest = head.turns().size() >= count
                ? head.turns()
                : blocks.turns(head, head.header().lastTurn() - count + 1, Long.MAX_VALUE)
                        .orElse(head.turns());
        List<Turn> wanted = newest.subList(Math.max(0, newest.size() - count), newest.size());
        return desk.holds(Rule.ANY_SIZE) ? List.copyOf(wanted) : newestWithin(wanted, LITTLE);
    }

    Optional<TurnPage> page(ConversationKey key, PageRequest request) {
        return whole(key, head -> page(head, request));
    }

    private Optional<TurnPage> page(Head head, PageRequest request) {
        ConversationHeader header = head.header();
        return switch (request) {
            case PageRequest.After(long number, int limit, long maxBytes) -> {
                long from = Math.max(number, header.firstTurn() - 1) + 1;
                yield blocks.turns(head, from, from + limit - 1)
                        .map(turns -> new TurnPage(header, oldestWithin(turns, maxBytes)));
            }
            case PageRequest.Before(long number, int limit, long maxBytes) -> {
                long to = Math.min(number, header.lastTurn() + 1) - 1;
                yield blocks.turns(head, to - limit + 1, to)
                        .map(turns -> new TurnPage(header, newestWithin(turns, maxBytes)));
            }
        };
    }

    private List<Turn> oldestWithin(List<Turn> turns, long maxBytes) {
        int count = 0;
        long bytes = 0;
        for (Turn turn : turns) {
            bytes += Value.bytes(turn);
            if (bytes > maxBytes) {
                break;
            }
            count++;
        }
        return List.copyOf(turns.subList(0, Math.min(turns.size(), Math.max(count, least()))));
    }

    private List<Turn> newestWithin(List<Turn> turns, long maxBytes) {
        return oldestWithin(turns.reversed(), maxBytes).reversed();
    }

    private int least() {
        return desk.holds(Rule.PAGE_HOLDS_ONE) ? 1 : 0;
    }

    Optional<Turn> turn(ConversationKey key, TurnRef ref) {
        Optional<List<Turn>> found = whole(key, head -> switch (ref) {
            case TurnRef.ByNumber(long number) -> blocks.turns(head, number, number);
            case TurnRef.ById(String id) ->
                blocks.turns(head, 0, Long.MAX_VALUE)
                        .map(turns -> turns.stream()
                                .filter(turn -> turn.turnId().equals(id))
                                .toList());
        });
        return found.flatMap(turns -> turns.stream().findFirst());
    }

    Optional<DanaFile> export(ConversationKey key) {
        return whole(
                key,
                head -> blocks.turns(head, 0, Long.MAX_VALUE)
                        .flatMap(turns -> blocks.summaries(head)
                                .map(summaries -> Export.file(head, new ArrayList<>(turns), summaries))));
    }

    private <T> Optional<T> whole(ConversationKey key, Function<Head, Optional<T>> read) {
        for (int round = 0; round < ROUNDS; round++) {
            Optional<Read> live = desk.live(key);
            if (live.isEmpty()) {
                return Optional.empty();
            }
            Optional<T> result = read.apply(live.get().head());
            if (result.isPresent()) {
                return result;
            }
        }
        throw new StoredDataUnreadableException(desk.names().blocks(key), "a block is missing", null);
    }
}
