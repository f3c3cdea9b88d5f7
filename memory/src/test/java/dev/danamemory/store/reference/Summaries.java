package dev.danamemory.store.reference;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.SummaryCommit;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.reference.Desk.Read;
import dev.danamemory.store.reference.Value.Head;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Adds summaries. */
record Summaries(Desk desk, Blocks blocks) {
    private static final int LOADED = 3;

    SummaryCommit summarise(Conversation loaded, Summary summary) {
        ConversationKey key = loaded.header().key();
        for (int round = 0; round < Desk.ROUNDS; round++) {
            Optional<Read> live = desk.live(key);
            if (live.isEmpty() || outdated(loaded.header(), live.get().head().header())) {
                return new SummaryCommit.Outdated();
            }
            Conversation there = desk.conversation(live.get());
            Head head = live.get().head();
            if (head.summaries().contains(summary)) {
                return new SummaryCommit.Stored(there); // by a request whose answer got lost
            }
            if (!adjoins(head, summary) && desk.holds(Rule.SUMMARIES_ADJOIN)) {
                return new SummaryCommit.RangeTaken(there);
            }
            Head next = with(head, summary);
            long version =
                    desk.backend().putIfMatch(desk.names().head(key), live.get().version(), next);
            if (version > 0) {
                return new SummaryCommit.Stored(desk.conversation(new Read(next, version)));
            }
        }
        throw Desk.contended();
    }

    private boolean outdated(ConversationHeader was, ConversationHeader is) {
        return was.epoch().equals(is.epoch())
                ? was.generation() != is.generation() && desk.holds(Rule.SUMMARY_COMPARES_GENERATION)
                : desk.holds(Rule.SUMMARY_COMPARES_EPOCH);
    }

    private static boolean adjoins(Head head, Summary summary) {
        long next = Math.max(head.summarisedThrough() + 1, head.header().firstTurn());
        return Objects.equals(summary.startTurn(), next);
    }

    private Head with(Head head, Summary summary) {
        List<Summary> summaries = new ArrayList<>(head.summaries());
        summaries.add(summary);
        if (summaries.size() > LOADED) {
            Summary oldest = summaries.removeFirst();
            blocks.put(head.header(), head.header().summaryCount() - LOADED, oldest);
        }
        Long end = summary.endTurn();
        Head next = new Head(
                Headers.summarised(head.header(), desk.now()),
                head.turns(),
                List.of(),
                end == null ? head.summarisedThrough() : end,
                head.touchedAt(),
                head.importDigest(),
                head.file());
        return with(next, summaries);
    }

    /** The head with these summaries. */
    static Head with(Head head, List<Summary> summaries) {
        return new Head(
                head.header(),
                head.turns(),
                List.copyOf(summaries),
                head.summarisedThrough(),
                head.touchedAt(),
                head.importDigest(),
                head.file());
    }

    /** The last turn that a file's summaries cover: by number, or by the timestamps of Dana's own. */
    static long through(List<Summary> summaries, List<Turn> turns) {
        long through = 0;
        for (Summary summary : summaries) {
            Long end = summary.endTurn();
            String endTime = summary.endTimestamp();
            for (Turn turn : turns) {
                boolean covered = end != null
                        ? turn.turnNumber() <= end
                        : endTime != null && turn.timestamp().compareTo(endTime) <= 0;
                through = covered ? Math.max(through, turn.turnNumber()) : through;
            }
        }
        return through;
    }
}
