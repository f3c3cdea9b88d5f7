package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.TurnPage;
import dev.danamemory.store.TurnRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers what turns there are. */
class Paging {
    private final Desk desk;
    private final Reading reading;

    Paging(Desk desk, Reading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    List<Turn> newest(Conversation loaded, int count) {
        List<Turn> there = loaded.turns();
        ConversationHeader header = loaded.header();
        long from = Math.max(header.firstTurn(), header.lastTurn() - count + 1L);
        long firstThere = header.lastTurn() - there.size() + 1;
        if (from >= firstThere) {
            return there.subList((int) (from - firstThere), there.size());
        }
        return new Following(desk, loaded)
                .read(view -> {
                    List<Turn> all = new ArrayList<>(reading.range(view, from, firstThere - 1));
                    all.addAll(there);
                    return all;
                })
                .orElse(there); // the append will tell its caller
    }

    Optional<TurnPage> page(ConversationKey key, PageRequest request) {
        return whole(key, view -> new TurnPage(view.header(), run(view, request)));
    }

    private List<Turn> run(View view, PageRequest request) {
        ConversationHeader header = view.header();
        return switch (request) {
            case PageRequest.After after -> {
                long from = Math.max(header.firstTurn(), after.number() + 1);
                long to = Math.min(header.lastTurn(), from + after.limit() - 1);
                yield reading.forwards(view, from, to, after.maxBytes());
            }
            case PageRequest.Before before -> {
                long to = Math.min(header.lastTurn(), before.number() - 1);
                long from = Math.max(header.firstTurn(), to - before.limit() + 1);
                yield from > to ? List.of() : reading.backwards(view, from, to, before.maxBytes());
            }
        };
    }

    Optional<Turn> turn(ConversationKey key, TurnRef ref) {
        return locate(key, ref).map(Located::turn);
    }

    /** A turn in the conversation that it was found in. */
    record Located(View view, Turn turn) {}

    Optional<Located> locate(ConversationKey key, TurnRef ref) {
        return whole(key, view -> find(view, ref).map(turn -> new Located(view, turn)))
                .flatMap(found -> found);
    }

    private Optional<Turn> find(View view, TurnRef ref) {
        return switch (ref) {
            case TurnRef.ByNumber number -> byNumber(view, number.number());
            case TurnRef.ById id -> byId(view, id.turnId());
        };
    }

    private Optional<Turn> byNumber(View view, long number) {
        ConversationHeader header = view.header();
        boolean isKept = number >= header.firstTurn() && number <= header.lastTurn();
        return isKept ? Optional.of(reading.range(view, number, number).getFirst()) : Optional.empty();
    }

    // our own ids tell where to begin; all others are looked for everywhere
    private Optional<Turn> byId(View view, String turnId) {
        ConversationHeader header = view.header();
        long likely = Math.max(header.firstTurn(), NewIds.lastKnown(turnId).orElse(0) + 1);
        return reading.find(view, likely, header.lastTurn(), turnId)
                .or(() -> reading.find(view, header.firstTurn(), Math.min(likely - 1, header.lastTurn()), turnId));
    }

    Optional<DanaFile> export(ConversationKey key) {
        return whole(key, this::file);
    }

    private DanaFile file(View view) {
        ConversationHeader header = view.header();
        List<Summary> summaries = new ArrayList<>(desk.summaries().sealed(view));
        summaries.addAll(desk.summaries().of(view));
        return new DanaFile(
                header.key().conversationId(),
                header.createdAt(),
                header.updatedAt(),
                reading.range(view, header.firstTurn(), header.lastTurn()),
                summaries,
                header.sessionCount(),
                header.lastTurn(),
                header.agentId(),
                header.shownTitle(),
                header.metadata(),
                more(view));
    }

    private Map<String, JsonNode> more(View view) {
        Body body = view.root().history().more();
        Map<String, JsonNode> more = new LinkedHashMap<>();
        if (body != null) {
            ItemKey place = Keys.part(view.key(), view.root().epoch(), body.attempt(), 0);
            desk.bodies()
                    .read(view.key(), view.root().epoch(), place, body)
                    .json()
                    .properties()
                    .forEach(field -> more.put(field.getKey(), field.getValue()));
        }
        return more;
    }

    private <T> Optional<T> whole(ConversationKey key, Function<View, T> read) {
        return desk.contention().read(() -> desk.looking().live(key, 1).map(read));
    }
}
