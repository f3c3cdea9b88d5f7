package dev.danamemory.context;

import static dev.danamemory.context.Views.request;
import static dev.danamemory.context.Views.view;
import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTest {
    private static final Turn SMALL = turn(1, "oven", "hot");
    private static final Turn LARGE = turn(2, "oven oven", "it is hot ".repeat(50));
    private static final Turn NEWEST = turn(3, "now", "then");

    private static List<Offer> offers(int room, String... summaries) {
        MemoryView view = view(List.of(SMALL, LARGE, NEWEST), summaries);
        ContextRequest request = request("oven", 1, 5, 1_000);
        Candidates candidates = Candidates.of(view, request, new WindowRelevantTurns());
        return Offer.byWorth(candidates, 1, new Pricing(new O200k(), request, view), room);
    }

    @Test
    void mostWorthPerTokenComesFirst() {
        assertThat(offers(1_000, "A rather long summary of what was said ".repeat(3)))
                .extracting(offer -> offer.what().getClass().getSimpleName() + " " + (offer.tokens() > 50))
                .containsExactly("Relevant false", "Summarised false", "Relevant true");
    }

    @Test
    void whatFitsNowhereIsNotOffered() {
        assertThat(offers(40, "word ".repeat(100))).extracting(Offer::what).containsExactly(new Taken.Relevant(SMALL));
        assertThat(offers(0, "summary")).isEmpty();
    }

    @Test
    void ofEqualSummariesTheNewestComesFirst() {
        assertThat(offers(1_000, "same", "same", "same", "same"))
                .extracting(Offer::what)
                .filteredOn(Taken.Summarised.class::isInstance)
                .extracting(what -> ((Taken.Summarised) what).place())
                .containsExactly(2, 1, 0);
    }
}
