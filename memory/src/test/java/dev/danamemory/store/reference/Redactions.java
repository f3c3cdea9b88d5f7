package dev.danamemory.store.reference;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.SummaryRemaking;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.reference.Desk.Read;
import dev.danamemory.store.reference.Value.Block;
import dev.danamemory.store.reference.Value.Head;
import dev.danamemory.store.reference.Value.OldSummary;
import dev.danamemory.summary.Summariser;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Redacts turns: in blocks first, then in the head with all that it says, then in what else there is. */
record Redactions(Desk desk, Blocks blocks, Directory directory) {
    Optional<Turn> redact(ConversationKey key, Turn turn, Summariser summariser) {
        if (turn.status() == TurnStatus.REDACTED && !desk.holds(Rule.REDACTION_FINISHES_ANOTHERS)) {
            return Optional.of(turn);
        }
        Turn redacted = turn.redacted();
        for (int round = 0; round < Desk.ROUNDS; round++) {
            Optional<Read> live = desk.live(key);
            if (live.isEmpty() || !holds(live.get().head(), turn)) {
                return Optional.empty();
            }
            Head next = redacted(live.get().head(), redacted, summariser);
            if (desk.backend().putIfMatch(desk.names().head(key), live.get().version(), next) > 0) {
                directory.follow(key);
                redactOldSummaries(next, redacted, summariser);
                return Optional.of(redacted);
            }
        }
        throw Desk.contended();
    }

    private boolean holds(Head head, Turn turn) {
        return blocks.turns(head, turn.turnNumber(), turn.turnNumber())
                .filter(found -> found.stream().anyMatch(there -> there.turnId().equals(turn.turnId())))
                .isPresent();
    }

    private Head redacted(Head head, Turn redacted, Summariser summariser) {
        redactBlock(head.header(), redacted);
        Head without = head.with(head.turns().stream()
                .map(turn -> turn.turnNumber() == redacted.turnNumber() ? redacted : turn)
                .toList());
        ConversationHeader was = head.header();
        long generation =
                desk.holds(Rule.REDACTION_RAISES_GENERATION) ? desk.after(was.generation()) : was.generation();
        String title = desk.holds(Rule.REDACTION_FORGETS_DERIVED_TITLE) ? title(without) : was.derivedTitle();
        ConversationHeader header = was.redacted(title, generation, desk.now().toString());
        return Summaries.with(
                without.with(header),
                head.summaries().stream()
                        .map(summary -> remade(without, summary, redacted, summariser))
                        .toList());
    }

    private Summary remade(Head head, Summary summary, Turn redacted, Summariser summariser) {
        return new SummaryRemaking(
                        summariser,
                        (first, last) -> blocks.turns(head, first, last).orElseThrow(Desk::contended))
                .anew(head.header(), summary, redacted);
    }

    private void redactBlock(ConversationHeader header, Turn redacted) {
        for (String name : desk.backend().list(desk.names().blocks(header.key()) + header.epoch())) {
            var cell = desk.backend().get(name);
            if (cell.isPresent() && cell.get().value() instanceof Block(List<Turn> turns)) {
                List<Turn> changed = turns.stream()
                        .map(turn -> turn.turnNumber() == redacted.turnNumber() ? redacted : turn)
                        .toList();
                if (!changed.equals(turns)
                        && desk.backend().putIfMatch(name, cell.get().version(), new Block(changed)) == 0) {
                    redactBlock(header, redacted);
                }
            }
        }
    }

    private void redactOldSummaries(Head head, Turn redacted, Summariser summariser) {
        ConversationHeader header = head.header();
        for (long n = 0; n < header.summaryCount() - head.summaries().size(); n++) {
            String name = desk.names().summary(header.key(), header.epoch(), n);
            var cell = desk.backend().get(name);
            if (desk.holds(Rule.REDACTION_REMAKES_SUMMARIES)
                    && cell.isPresent()
                    && cell.get().value() instanceof OldSummary(Summary summary)) {
                var anew = new OldSummary(remade(head, summary, redacted, summariser));
                desk.backend().putIfMatch(name, cell.get().version(), anew);
            }
        }
    }

    private @Nullable String title(Head head) {
        return blocks.turns(head, 1, Long.MAX_VALUE).orElseThrow(Desk::contended).stream()
                .map(turn -> Headers.derived(turn.userInput()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
