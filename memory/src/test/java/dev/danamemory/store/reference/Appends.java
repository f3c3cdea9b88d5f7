package dev.danamemory.store.reference;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.reference.Cells.Cell;
import dev.danamemory.store.reference.Desk.Read;
import dev.danamemory.store.reference.Value.Head;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Stores turns. */
record Appends(Desk desk, Blocks blocks) {
    Append append(Conversation loaded, NewTurn turn, MemorySettings settings) {
        ConversationKey key = loaded.header().key();
        Read from = Desk.read(loaded);
        for (int round = 0; round < Desk.ROUNDS; round++) {
            Turn numbered = turn.numbered(from.head().header().lastTurn() + 1);
            Head next = with(from.head(), numbered, settings);
            long version = put(key, from.version(), next);
            if (version > 0) {
                return new Append.Appended(
                        numbered, desk.conversation(new Read(blocks.lettingGo(next), version)), true);
            }
            Optional<Cell> cell = desk.raw(key);
            Optional<Read> there = cell.flatMap(found -> desk.live(key, found));
            Append end = end(loaded, there, turn);
            if (end instanceof Append.Erased && cell.isPresent() && !desk.holds(Rule.APPEND_NEVER_CREATES)) {
                from = new Read(from.head(), cell.get().version());
            } else if (end != null) {
                return end;
            } else {
                from = there.orElseThrow();
            }
        }
        throw Desk.contended();
    }

    /** Looks through the whole history: memory is quick. */
    Append appendOnce(Conversation loaded, NewTurn turn, MemorySettings settings) {
        Read there = Desk.read(loaded);
        Optional<Turn> before = desk.holds(Rule.TURN_IDS_LAST)
                ? own(there, turn, there.head().header().firstTurn() - 1)
                : Optional.empty();
        return before.<Append>map(own -> new Append.Appended(own, loaded, false))
                .orElseGet(() -> append(loaded, turn, settings));
    }

    Optional<Turn> storedAfter(Conversation loaded, long number, String turnId) {
        Read there = Desk.read(loaded);
        return blocks
                .turns(there.head(), number + 1, there.head().header().lastTurn())
                .orElseThrow(Desk::contended)
                .stream()
                .filter(turn -> turn.turnId().equals(turnId))
                .findFirst();
    }

    private @Nullable Append end(Conversation loaded, Optional<Read> there, NewTurn turn) {
        ConversationHeader was = loaded.header();
        if (there.isEmpty()) {
            return new Append.Erased();
        }
        ConversationHeader is = there.get().head().header();
        if (!is.birth().equals(was.birth()) && desk.holds(Rule.APPEND_COMPARES_BIRTH)) {
            return new Append.Erased();
        }
        if (!is.epoch().equals(was.epoch()) && desk.holds(Rule.APPEND_COMPARES_EPOCH)) {
            return new Append.Cleared();
        }
        return desk.holds(Rule.LOOK_FOR_OWN_TURN)
                ? own(there.get(), turn, was.lastTurn())
                        .map(own -> new Append.Appended(own, desk.conversation(there.get()), false))
                        .orElse(null)
                : null;
    }

    private Optional<Turn> own(Read there, NewTurn turn, long after) {
        Head head = there.head();
        List<Turn> since = desk.holds(Rule.LOOK_BEYOND_THE_WINDOW)
                ? blocks.turns(head, after + 1, head.header().lastTurn()).orElseThrow(Desk::contended)
                : head.turns();
        return since.stream()
                .filter(candidate -> candidate.turnId().equals(turn.turnId()))
                .findFirst();
    }

    private long put(ConversationKey key, long version, Head next) {
        String name = desk.names().head(key);
        if (!desk.holds(Rule.APPEND_ON_CONDITION)) {
            return desk.backend().putAnyway(name, blocks.seal(next));
        }
        if (!desk.holds(Rule.SEAL_BEFORE_LETTING_GO)) {
            long put = desk.backend().putIfMatch(name, version, blocks.lettingGo(next));
            blocks.seal(next);
            return put;
        }
        return desk.backend().putIfMatch(name, version, blocks.seal(next));
    }

    private Head with(Head head, Turn turn, MemorySettings settings) {
        List<Turn> turns = new ArrayList<>(head.turns());
        turns.add(turn);
        ConversationHeader header = Headers.appended(head.header(), turn, sessions(head, turn, settings), desk.now());
        return new Head(
                header,
                List.copyOf(turns),
                head.summaries(),
                head.summarisedThrough(),
                head.touchedAt(),
                head.importDigest(),
                head.file());
    }

    private long sessions(Head head, Turn turn, MemorySettings settings) {
        long count = head.header().sessionCount();
        if (head.turns().isEmpty()) {
            return count + 1;
        }
        Turn last = head.turns().getLast();
        boolean begins = desk.holds(Rule.SESSIONS_BY_TIMESTAMP)
                ? Sessions.begins(last.timestamp(), turn.timestamp(), settings.sessionMinutes())
                : Duration.between(head.touchedAt(), desk.now()).toMinutes() >= settings.sessionMinutes();
        return begins ? count + 1 : count;
    }
}
