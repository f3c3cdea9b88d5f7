package dev.danamemory.blob;

import dev.danamemory.model.InstantText;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.rules.Sessions;
import dev.danamemory.store.rules.Titles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The head with one turn more. */
final class NextHead {
    private NextHead() {}

    static Head after(Head head, NewTurn turn, MemorySettings settings, Instant now) {
        ConversationHeader old = head.header();
        Turn numbered = turn.numbered(old.lastTurn() + 1);
        List<Turn> turns = new ArrayList<>(head.turns());
        turns.add(numbered);
        ConversationHeader header = old.appended(
                turn.agentId(),
                old.derivedTitle() == null ? Titles.derive(turn.userInput()) : null,
                sessions(head, numbered, settings),
                InstantText.of(now));
        return new Head(header, turns, head.summaries(), head.marks().active(now), head.more());
    }

    private static long sessions(Head head, Turn turn, MemorySettings settings) {
        long counted = head.header().sessionCount();
        if (head.turns().isEmpty()) {
            return Math.max(1, counted);
        }
        return Sessions.isNew(head.turns().getLast().timestamp(), turn.timestamp(), settings) ? counted + 1 : counted;
    }
}
