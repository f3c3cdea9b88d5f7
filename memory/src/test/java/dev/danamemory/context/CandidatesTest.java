package dev.danamemory.context;

import static dev.danamemory.context.Views.request;
import static dev.danamemory.context.Views.view;
import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CandidatesTest {
    private final List<Long> asked = new ArrayList<>();
    private final RelevantTurns relevance = (query, view, before, most) -> {
        asked.add(before);
        return List.of(
                new RelevantTurns.Choice(view.turns().get(1), 1),
                new RelevantTurns.Choice(view.turns().get(0), 0.5));
    };
    private final List<Turn> turns = List.of(turn(4, "a", ""), turn(5, "b", ""), turn(6, "c", ""), turn(7, "d", ""));

    @Test
    void relevantTurnsAreAskedForBeforeTheOldestShown() {
        Candidates candidates = Candidates.of(view(turns), request("q", 2, 2, 0), relevance);
        assertThat(candidates.all().relevant()).extracting(Turn::turnNumber).containsExactly(4L, 5L);
        assertThat(candidates.all().recent()).extracting(Turn::turnNumber).containsExactly(6L, 7L);
        candidates.relevant(1);
        candidates.relevant(0);
        assertThat(asked).containsExactly(6L, 6L, 7L, Long.MAX_VALUE);
    }

    @Test
    void nobodyIsAskedForNone() {
        assertThat(Candidates.of(view(turns), request("q", 2, 0, 0), relevance).relevant(2))
                .isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void theLastThreeSummariesAreShownIfAskedFor() {
        MemoryView view = view(turns, "1", "2", "3", "4");
        assertThat(Candidates.of(view, request("q", 2, 0, 0), relevance).summaries())
                .extracting(one -> one.content())
                .containsExactly("2", "3", "4");
        assertThat(Candidates.of(view, new ContextRequest("q", 2, 0, false, 0, null, false), relevance)
                        .summaries())
                .isEmpty();
    }
}
