package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.InstantText;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.SummaryRemaking;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.rules.Generations;
import dev.danamemory.store.rules.ImportedHistory;
import dev.danamemory.summary.Summariser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a turn says. The head first notes that it has begun, so that a repeat knows whether there is something
 * to finish; then the turn is redacted and the generation raised, with the head's title and summaries; then the copies
 * are; then the generation is raised once more, for who read a copy in between.
 */
class Redacting {
    private final Desk desk;
    private final EntryKeeping keeping;
    private final Paging paging;
    private final Reading reading;

    Redacting(Desk desk, EntryKeeping keeping, Paging paging, Reading reading) {
        this.desk = desk;
        this.keeping = keeping;
        this.paging = paging;
        this.reading = reading;
    }

    Optional<Turn> redact(ConversationKey key, TurnRef ref, Summariser summariser) {
        Optional<Located> located = paging.locate(key, ref);
        if (located.isEmpty() || isDone(located.get())) {
            return located.map(Located::turn);
        }
        Turn redacted = located.get().turn().redacted();
        ConversationHeader header = located.get().head().header();
        desk.contention().done(() -> desk.sweeps().announceRedaction(header, redacted.turnNumber()));
        boolean isThere = change(header, head -> noted(head, redacted.turnNumber()))
                && change(header, head -> redacted(head, redacted, summariser));
        if (isThere) {
            desk.contention().done(() -> retitleEntry(header));
            desk.contention().done(() -> redactCopies(key, redacted, summariser));
            isThere = change(header, head -> completed(head, redacted.turnNumber()));
            desk.contention().done(() -> forgetCopies(header));
        }
        return isThere ? Optional.of(redacted) : Optional.empty(); // cleared or erased meanwhile
    }

    /** Whether nothing is left to do for this turn. */
    boolean isDone(Located located) {
        return located.turn().status() == TurnStatus.REDACTED
                && !located.head().marks().redacting().contains(located.turn().turnNumber());
    }

    /** Changes a head to another, or not at all where it is the same. */
    @FunctionalInterface
    private interface HeadChange {
        Head of(Head head);
    }

    private boolean change(ConversationHeader known, HeadChange change) {
        return desk.settleInTurn(known.key(), round -> {
            Optional<Found.Live> live = desk.heads()
                    .live(known)
                    .filter(found -> found.head().header().epoch().equals(known.epoch()));
            if (live.isEmpty()) {
                return Optional.of(false);
            }
            Head next = change.of(live.get().head());
            boolean isStored = next.equals(live.get().head())
                    || desk.heads().put(next, new Condition.Match(live.get().version())) instanceof PutResult.Stored;
            return isStored ? Optional.of(true) : Optional.empty();
        });
    }

    private static Head noted(Head head, long number) {
        List<Long> redacting = head.marks().redacting();
        if (redacting.contains(number)) {
            return head;
        }
        List<Long> more = new ArrayList<>(redacting);
        more.add(number);
        return head.withMarks(head.marks().redacting(more));
    }

    private Head redacted(Head head, Turn redacted, Summariser summariser) {
        if (redacted.turnNumber() <= head.marks().archivedThrough()) {
            desk.archive().redact(head.header(), redacted.turnNumber());
        } else if (redacted.turnNumber() < head.firstHot()) {
            desk.blocks().redactTurn(head.header(), redacted.turnNumber());
        }
        Head without = head.withTurns(head.turns().stream()
                .map(turn -> turn.turnNumber() == redacted.turnNumber() ? redacted : turn)
                .toList());
        Instant now = desk.clock().instant();
        ConversationHeader header =
                head.header().redacted(title(without), generation(head.header(), now), InstantText.of(now));
        SummaryRemaking remaking = remaking(without, summariser);
        return new Head(
                header,
                without.turns(),
                head.summaries().stream()
                        .map(summary -> remaking.anew(header, summary, redacted))
                        .toList(),
                head.marks(),
                head.more());
    }

    private void retitleEntry(ConversationHeader known) {
        boolean showsMore = desk.heads()
                .live(known)
                .map(Found.Live::head)
                .filter(head ->
                        !Objects.equals(head.marks().entryTitle(), head.header().shownTitle()))
                .isPresent();
        if (showsMore) {
            keeping.follow(known, null);
        }
    }

    /** The generation that follows. */
    long generation(ConversationHeader header, Instant now) {
        return Generations.after(header.generation(), now);
    }

    /** What else holds the turn's words: blocks and archives whose head does not know of them yet, sealed summaries. */
    void redactCopies(ConversationKey key, Turn redacted, Summariser summariser) {
        Optional<Found.Live> live = desk.heads().live(key);
        if (live.isPresent()) {
            Head head = live.get().head();
            desk.blocks().redactTurn(head.header(), redacted.turnNumber());
            desk.archive().redact(head.header(), redacted.turnNumber());
            SummaryRemaking remaking = remaking(head, summariser);
            desk.blocks().remakeSummaries(head.header(), summary -> remaking.anew(head.header(), summary, redacted));
        }
    }

    private void forgetCopies(ConversationHeader known) {
        desk.heads()
                .live(known)
                .ifPresent(live -> desk.archive().redacted(live.head().header()));
    }

    private Head completed(Head head, long number) {
        List<Long> left = head.marks().redacting().stream()
                .filter(other -> other != number)
                .toList();
        if (left.equals(head.marks().redacting())) {
            return head;
        }
        Instant now = desk.clock().instant();
        ConversationHeader header = head.header();
        Marks marks = head.marks();
        return head.withMarks(
                        marks.redacting(left).recorded(marks.touchedAt(), marks.entryVersion(), header.shownTitle()))
                .withHeader(header.redacted(header.derivedTitle(), generation(header, now), header.updatedAt()));
    }

    private SummaryRemaking remaking(Head head, Summariser summariser) {
        return new SummaryRemaking(summariser, (first, last) -> reading.range(head, first, last));
    }

    /** The title that the first message makes which is still there. */
    @Nullable
    String title(Head head) {
        ConversationHeader header = head.header();
        for (long from = header.firstTurn(); from <= header.lastTurn(); from += Blocks.LONGEST) {
            long to = Math.min(header.lastTurn(), from + Blocks.LONGEST - 1);
            String title = ImportedHistory.title(reading.range(head, from, to));
            if (title != null) {
                return title;
            }
        }
        return null;
    }
}
