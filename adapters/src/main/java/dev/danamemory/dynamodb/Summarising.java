package dev.danamemory.dynamodb;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.SummaryCommit;
import dev.danamemory.store.SummaryCoverage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds a summary to the conversation item, which keeps the last three; an older one is written down before it leaves. */
class Summarising {
    private static final int TURNS = 20;

    private final Desk desk;
    private final Finishing finishing;
    private final Reading reading;

    Summarising(Desk desk, Finishing finishing, Reading reading) {
        this.desk = desk;
        this.finishing = finishing;
        this.reading = reading;
    }

    SummaryCommit summarise(Conversation loaded, Summary summary) {
        return desk.settleInTurn(loaded.header().key(), round -> {
            Optional<View> live = finishing.live(loaded.header().key(), TURNS);
            return live.isPresent() && isSameHistory(live.get().header(), loaded.header())
                    ? attempt(live.get(), summary)
                    : Optional.of(new SummaryCommit.Outdated());
        });
    }

    /** Whether nothing was cleared, redacted or begun anew since the load. */
    boolean isSameHistory(ConversationHeader now, ConversationHeader then) {
        return now.birth().equals(then.birth())
                && now.epoch().equals(then.epoch())
                && now.generation() == then.generation();
    }

    private Optional<SummaryCommit> attempt(View view, Summary summary) {
        Conversation there = desk.loading().conversation(view);
        boolean isThere =
                there.summaries().stream().anyMatch(stored -> stored.summaryId().equals(summary.summaryId()));
        if (isThere) {
            return Optional.of(new SummaryCommit.Stored(there));
        }
        if (!adjoins(view, there, summary)) {
            return Optional.of(new SummaryCommit.RangeTaken(there));
        }
        Root next = with(view, there, summary);
        View changed = view.with(next);
        Conversation answer = desk.loading().conversation(changed);
        return desk.replace(view.key(), next, view.root().revision())
                ? Optional.of(new SummaryCommit.Stored(answer))
                : Optional.empty();
    }

    private Root with(View view, Conversation there, Summary summary) {
        Root root = view.root();
        List<KeptSummary> kept = new ArrayList<>(root.history().summaries());
        kept.add(desk.summaries().keep(view.key(), root.epoch(), summary));
        long firstOrdinal =
                root.history().summaryCount() - root.history().summaries().size() + 1;
        int leaving = Math.max(0, kept.size() - Summaries.KEPT);
        for (int n = 0; n < leaving; n++) {
            desk.summaries()
                    .seal(view.key(), root, firstOrdinal + n, there.summaries().get(n));
        }
        return root.next(root.history().summarised(kept.subList(leaving, kept.size())));
    }

    /** Whether the range begins with the first turn that is not summarised. */
    boolean adjoins(View view, Conversation there, Summary summary) {
        Long start = summary.startTurn();
        Long end = summary.endTurn();
        return start != null && end != null && start <= end && start == firstOpen(view, there);
    }

    private long firstOpen(View view, Conversation there) {
        ConversationHeader header = there.header();
        Iterable<Turn> turns =
                () -> reading.range(view, header.firstTurn(), header.lastTurn()).iterator();
        List<Summary> last = there.summaries();
        return SummaryCoverage.firstOpen(header, last.isEmpty() ? null : last.getLast(), turns);
    }
}
