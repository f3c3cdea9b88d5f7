package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
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
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Takes back what a turn says. The conversation item first notes that it has begun, so that a repeat knows whether there
 * is something to finish; then the turn is redacted, then the generation raised, with the title and the last summaries;
 * then the older summaries; then the generation is raised once more, for who read one of those in between.
 */
class Redacting {
    private static final int READ_AT_ONCE = 50;

    private final Desk desk;
    private final Finishing finishing;
    private final EntryKeeping keeping;
    private final Paging paging;
    private final Reading reading;

    Redacting(Desk desk, Finishing finishing, EntryKeeping keeping, Paging paging, Reading reading) {
        this.desk = desk;
        this.finishing = finishing;
        this.keeping = keeping;
        this.paging = paging;
        this.reading = reading;
    }

    Optional<Turn> redact(ConversationKey key, TurnRef ref, Summariser summariser) {
        Optional<Paging.Located> located = paging.locate(key, ref);
        if (located.isEmpty() || isDone(located.get())) {
            return located.map(Paging.Located::turn);
        }
        Turn redacted = located.get().turn().redacted();
        long number = redacted.turnNumber();
        ConversationHeader header = located.get().view().header();
        desk.contention().done(() -> desk.notes().announceRedaction(header, number));
        boolean isThere = change(header, view -> noted(view.root(), number)).isPresent()
                && desk.contention().read(() -> redactTurn(located.get().view(), redacted));
        Optional<View> changed =
                isThere ? change(header, view -> redacted(view, redacted, summariser)) : Optional.empty();
        if (changed.isPresent()) {
            desk.contention().done(() -> keeping.follow(changed.get()));
            desk.contention().done(() -> remakeOlder(changed.get(), redacted, summariser));
            redactArchived(changed.get(), number);
        }
        Optional<View> complete =
                changed.isPresent() ? change(header, view -> completed(view.root(), number)) : Optional.empty();
        complete.ifPresent(view -> desk.archive().redacted(view.header()));
        return complete.isPresent() ? Optional.of(redacted) : Optional.empty(); // cleared or erased meanwhile
    }

    /** Whether nothing is left to do. */
    boolean isDone(Paging.Located located) {
        return located.turn().status() == TurnStatus.REDACTED
                && !located.view()
                        .root()
                        .history()
                        .redacting()
                        .contains(located.turn().turnNumber());
    }

    // the conversation with the change; nothing when it was cleared or erased
    private Optional<View> change(ConversationHeader known, Function<View, Root> change) {
        return desk.settleInTurn(known.key(), round -> {
            Optional<View> live = finishing
                    .live(known.key(), 1)
                    .filter(view -> view.root().birth().equals(known.birth())
                            && view.root().epoch().equals(known.epoch()));
            if (live.isEmpty()) {
                return Optional.of(Optional.empty());
            }
            View view = live.get();
            Root next = change.apply(view);
            boolean isStored = next.equals(view.root())
                    || desk.replace(known.key(), next, view.root().revision());
            return isStored ? Optional.of(Optional.of(view.with(next))) : Optional.empty();
        });
    }

    private static Root noted(Root root, long number) {
        History history = root.history();
        return history.redacting().contains(number) ? root : root.next(history.redacting(number));
    }

    /** All copies there are: none that is made later, or is being made now, is committed under the new generation. */
    void redactArchived(View view, long number) {
        desk.archive().redact(view, number);
    }

    /** Writes the turn anew, without its content; false when it is not there any more. */
    boolean redactTurn(View view, Turn redacted) {
        return new TurnRedaction(desk, reading).redact(view, redacted);
    }

    private Root redacted(View view, Turn redacted, Summariser summariser) {
        if (view.root().history().archived().has(redacted.turnNumber())) {
            redactArchived(view, redacted.turnNumber()); // title and summaries are made anew from what is there
        }
        Root root = view.root();
        ConversationHeader header = view.header();
        Instant now = desk.clock().instant();
        SummaryRemaking remaking = remaking(view, summariser);
        List<KeptSummary> remade = new ArrayList<>();
        for (KeptSummary kept : root.history().summaries()) {
            var summary = desk.summaries().of(view.key(), root.epoch(), kept);
            var anew = remaking.anew(header, summary, redacted);
            remade.add(anew.equals(summary) ? kept : desk.summaries().keep(view.key(), root.epoch(), anew));
        }
        Labels labels = root.labels().told(header).derived(title(view));
        return root.next(labels, root.times().changed(now, view.lastTurn()))
                .raised(generation(root, now))
                .with(root.history().remade(remade));
    }

    /** The generation that follows. */
    long generation(Root root, Instant now) {
        return Generations.after(root.generation(), now);
    }

    /** What else holds the turn's words. */
    void remakeOlder(View view, Turn redacted, Summariser summariser) {
        SummaryRemaking remaking = remaking(view, summariser);
        desk.summaries().remake(view, summary -> remaking.anew(view.header(), summary, redacted));
    }

    private Root completed(Root root, long number) {
        History history = root.history();
        return history.redacting().contains(number)
                ? root.next(history.redacted(number))
                        .raised(generation(root, desk.clock().instant()))
                : root;
    }

    private SummaryRemaking remaking(View view, Summariser summariser) {
        return new SummaryRemaking(summariser, (first, last) -> reading.range(view, first, last));
    }

    /** The title that the first message gives which is still there. */
    @Nullable
    String title(View view) {
        ConversationHeader header = view.header();
        for (long from = header.firstTurn(); from <= header.lastTurn(); from += READ_AT_ONCE) {
            String title = ImportedHistory.title(
                    reading.range(view, from, Math.min(header.lastTurn(), from + READ_AT_ONCE - 1)));
            if (title != null) {
                return title;
            }
        }
        return null;
    }
}
