package dev.danamemory.functions.view;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.dana.TurnJson;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.model.Turn;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.TurnPage;
import java.util.List;

/** A page of turns, and where to go on from it in both directions. */
public final class TurnsView {
    private TurnsView() {}

    /** The page as JSON. */
    public static ObjectNode of(TurnPage page, PageRequest asked) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode turns = json.putArray("turns");
        page.turns().forEach(turn -> turns.add(TurnJson.answer(turn)));
        long last = lastRead(page, asked);
        long first = page.turns().isEmpty() ? last + 1 : page.turns().getFirst().turnNumber();
        boolean isFirst = first <= page.header().firstTurn();
        json.set("next_after", WrittenNumber.of(last));
        json.set("next_before", isFirst ? null : WrittenNumber.of(first));
        json.put(
                "has_more",
                switch (asked) {
                    case PageRequest.After after -> last < page.header().lastTurn();
                    case PageRequest.Before before -> !isFirst;
                });
        json.set("generation", WrittenNumber.of(page.header().generation()));
        return json;
    }

    /** The number that the next turn follows; on an empty page that of the place where it would be. */
    private static long lastRead(TurnPage page, PageRequest asked) {
        List<Turn> turns = page.turns();
        if (!turns.isEmpty()) {
            return turns.getLast().turnNumber();
        }
        return switch (asked) {
            case PageRequest.After after ->
                Math.min(after.number(), page.header().lastTurn());
            case PageRequest.Before before ->
                Math.min(before.number() - 1, page.header().lastTurn());
        };
    }
}
