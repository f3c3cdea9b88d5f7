package dev.danamemory.blob;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.SummaryCommit;
import dev.danamemory.store.SummaryCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds a summary to the head, which keeps the last three; an older one is sealed before it leaves. */
class Summarising {
    private static final int KEPT = 3;

    private final Desk desk;
    private final Reading reading;

    Summarising(Desk desk, Reading reading) {
        this.desk = desk;
        this.reading = reading;
    }

    SummaryCommit summarise(Conversation loaded, Summary summary) {
        BlobState base = BlobState.of(loaded);
        return desk.settleInTurn(loaded.header().key(), round -> {
            if (round == 0 && adjoins(base.head(), summary)) {
                return attempt(base.head(), base.version(), summary);
            }
            return desk.heads().find(loaded.header().key()) instanceof Found.Live live
                            && isSameHistory(live.head().header(), loaded.header())
                    ? attempt(live.head(), live.version(), summary)
                    : Optional.of(new SummaryCommit.Outdated());
        });
    }

    /** Whether nothing was cleared, redacted or begun anew since the load. */
    boolean isSameHistory(ConversationHeader now, ConversationHeader then) {
        return now.birth().equals(then.birth())
                && now.epoch().equals(then.epoch())
                && now.generation() == then.generation();
    }

    private Optional<SummaryCommit> attempt(Head head, String version, Summary summary) {
        boolean isThere =
                head.summaries().stream().anyMatch(stored -> stored.summaryId().equals(summary.summaryId()));
        if (isThere) {
            return Optional.of(new SummaryCommit.Stored(desk.heads().conversation(head, version)));
        }
        if (!adjoins(head, summary)) {
            return Optional.of(new SummaryCommit.RangeTaken(desk.heads().conversation(head, version)));
        }
        Head next = with(head, summary);
        return desk.heads().put(next, new Condition.Match(version)) instanceof PutResult.Stored stored
                ? Optional.of(new SummaryCommit.Stored(desk.heads().conversation(next, stored.version())))
                : Optional.empty();
    }

    private Head with(Head head, Summary summary) {
        long count = head.header().summaryCount() + 1;
        List<Summary> summaries = new ArrayList<>(head.summaries());
        summaries.add(summary);
        int leaving = summaries.size() - KEPT;
        if (leaving > 0) {
            desk.blocks().sealSummaries(head.header(), summaries.subList(0, leaving), count - summaries.size() + 1);
            summaries.subList(0, leaving).clear();
        }
        return new Head(head.header().summarised(), head.turns(), summaries, head.marks(), head.more());
    }

    /** Whether the range begins with the first turn that is not summarised. */
    boolean adjoins(Head head, Summary summary) {
        Long start = summary.startTurn();
        Long end = summary.endTurn();
        return start != null && end != null && start <= end && start == firstOpen(head);
    }

    private long firstOpen(Head head) {
        ConversationHeader header = head.header();
        List<Summary> summaries = head.summaries();
        Iterable<Turn> turns =
                () -> reading.range(head, header.firstTurn(), header.lastTurn()).iterator();
        return SummaryCoverage.firstOpen(header, summaries.isEmpty() ? null : summaries.getLast(), turns);
    }
}
