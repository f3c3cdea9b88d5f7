package dev.danamemory.blob;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.TurnPage;
import dev.danamemory.store.TurnRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers what turns there are. */
class Paging {
    private static final int SEARCHED_AT_ONCE = 10 * Blocks.LONGEST;
    private static final int TRIES = 5;

    private final Desk desk;
    private final Reading reading;

    Paging(Desk desk, Reading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    List<Turn> newest(Conversation loaded, int count) {
        Head head = BlobState.of(loaded).head();
        int hot = head.turns().size();
        long last = head.header().lastTurn();
        long from = Math.max(head.header().firstTurn(), last - count + 1L);
        if (from >= head.firstHot()) {
            return head.turns().subList((int) (hot - (last - from + 1)), hot);
        }
        return desk.contention().read(() -> {
            try {
                return reading.range(head, from, last);
            } catch (TurnsMovedException sweptSince) {
                requireNewEpoch(head.header());
                return head.turns(); // the append will tell its caller
            }
        });
    }

    private void requireNewEpoch(ConversationHeader loaded) {
        if (desk.heads().find(loaded.key()) instanceof Found.Live live
                && live.head().header().epoch().equals(loaded.epoch())) {
            throw new StoredDataUnreadableException(reading.place(loaded), "turns are missing", null);
        }
    }

    Optional<TurnPage> page(ConversationKey key, PageRequest request) {
        return whole(key, head -> new TurnPage(head.header(), run(head, request)));
    }

    private List<Turn> run(Head head, PageRequest request) {
        ConversationHeader header = head.header();
        return switch (request) {
            case PageRequest.After after -> {
                long from = Math.max(header.firstTurn(), after.number() + 1);
                yield reading.forwards(
                        head, from, Math.min(header.lastTurn(), from + after.limit() - 1), after.maxBytes());
            }
            case PageRequest.Before before -> {
                long to = Math.min(header.lastTurn(), before.number() - 1);
                yield reading.backwards(
                        head, Math.max(header.firstTurn(), to - before.limit() + 1), to, before.maxBytes());
            }
        };
    }

    Optional<Turn> turn(ConversationKey key, TurnRef ref) {
        return locate(key, ref).map(Located::turn);
    }

    /** The turn with the head that it was found with. */
    Optional<Located> locate(ConversationKey key, TurnRef ref) {
        return whole(key, head -> find(head, ref).map(turn -> new Located(head, turn)))
                .flatMap(found -> found);
    }

    private Optional<Turn> find(Head head, TurnRef ref) {
        return switch (ref) {
            case TurnRef.ByNumber number -> byNumber(head, number.number());
            case TurnRef.ById id -> byId(head, id.turnId());
        };
    }

    private Optional<Turn> byNumber(Head head, long number) {
        boolean isKept =
                number >= head.header().firstTurn() && number <= head.header().lastTurn();
        return isKept ? Optional.of(reading.range(head, number, number).getFirst()) : Optional.empty();
    }

    // our own ids tell where to begin; all others are looked for everywhere
    private Optional<Turn> byId(Head head, String turnId) {
        long first = head.header().firstTurn();
        long likely = Math.max(first, NewIds.lastKnown(turnId).orElse(0) + 1);
        return head.turns().stream()
                .filter(turn -> turn.turnId().equals(turnId))
                .findFirst()
                .or(() -> among(head, turnId, likely, head.firstHot() - 1))
                .or(() -> among(head, turnId, first, Math.min(likely, head.firstHot()) - 1));
    }

    private Optional<Turn> among(Head head, String turnId, long from, long to) {
        for (long next = from; next <= to; next += SEARCHED_AT_ONCE) {
            for (Turn turn : reading.range(head, next, Math.min(to, next + SEARCHED_AT_ONCE - 1))) {
                if (turn.turnId().equals(turnId)) {
                    return Optional.of(turn);
                }
            }
        }
        return Optional.empty();
    }

    Optional<DanaFile> export(ConversationKey key) {
        return whole(
                key,
                head -> file(
                        head,
                        reading.range(
                                head, head.header().firstTurn(), head.header().lastTurn())));
    }

    private DanaFile file(Head head, List<Turn> turns) {
        ConversationHeader header = head.header();
        List<Summary> summaries = new ArrayList<>();
        if (header.summaryCount() > head.summaries().size()) {
            summaries.addAll(desk.blocks().summaries(header));
        }
        long sealed = header.summaryCount() - head.summaries().size();
        List<Summary> all = new ArrayList<>(summaries.subList(0, (int) Math.min(sealed, summaries.size())));
        all.addAll(head.summaries());
        return new DanaFile(
                header.key().conversationId(),
                header.createdAt(),
                header.updatedAt(),
                turns,
                all,
                header.sessionCount(),
                header.lastTurn(),
                header.agentId(),
                header.shownTitle(),
                header.metadata(),
                head.more());
    }

    // read again while the ground moves; turns that stay away are damage, never an empty history
    private <T> Optional<T> whole(ConversationKey key, Function<Head, T> read) {
        return desk.contention().settle(round -> {
            Optional<Found.Live> live = desk.heads().live(key);
            if (live.isEmpty()) {
                return Optional.of(Optional.empty());
            }
            Head head = live.get().head();
            try {
                return Optional.of(Optional.of(read.apply(head)));
            } catch (TurnsMovedException moved) {
                if (round < TRIES) {
                    return Optional.empty();
                }
                throw new StoredDataUnreadableException(reading.place(head.header()), "turns are missing", moved);
            }
        });
    }
}
