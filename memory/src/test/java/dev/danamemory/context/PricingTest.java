package dev.danamemory.context;

import static dev.danamemory.context.Views.request;
import static dev.danamemory.context.Views.view;
import static dev.danamemory.context.Views.withSteps;
import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Turn;
import dev.danamemory.search.SeededTexts;
import java.util.List;
import org.junit.jupiter.api.Test;

class PricingTest {
    private static final Turn STEPPED = turn(1, "ask", "reply", List.of(Views.call("a")));

    private final TokenCounter o200k = new O200k();

    private Pricing pricing(ContextRequest request, MemoryView view) {
        return new Pricing(o200k, request, view);
    }

    @Test
    void stepsArePaidOnlyWhereTheyAreShown() {
        Pricing with = pricing(withSteps(request("q", 5, 3, 0)), view(List.of(STEPPED)));
        Pricing without = pricing(request("q", 5, 3, 0), view(List.of(STEPPED)));
        assertThat(with.recent(STEPPED).tokens())
                .isGreaterThan(with.relevant(STEPPED).tokens());
        assertThat(with.relevant(STEPPED).tokens())
                .isEqualTo(without.recent(STEPPED).tokens());
        assertThat(without.relevant(STEPPED)).isSameAs(without.recent(STEPPED));
        assertThat(with.price(STEPPED)).isEqualTo(with.recent(STEPPED).tokens());
    }

    @Test
    void theWholeIsTheTextAndTheStepsOfRecentTurns() {
        ContextRequest request = withSteps(request("q", 5, 3, 0));
        MemoryView view = view(List.of(STEPPED));
        Selection recent = new Selection(List.of(), List.of(), List.of(STEPPED), false);
        Selection relevant = new Selection(List.of(), List.of(STEPPED), List.of(), false);
        assertThat(pricing(request, view).whole(recent))
                .isEqualTo(o200k.count(ContextText.of(recent, request, view))
                        + o200k.count(StepMessages.json(STEPPED.steps())));
        assertThat(pricing(request, view).whole(relevant))
                .isEqualTo(o200k.count(ContextText.of(relevant, request, view)));
    }

    @Test
    void whatSurelyFitsDoesFit() {
        int sure = 0;
        for (long seed = 0; seed < 200; seed++) {
            SeededTexts texts = new SeededTexts(seed);
            MemoryView view = Views.random(texts);
            ContextRequest request = Views.randomRequest(texts, 0);
            Selection all =
                    Candidates.of(view, request, new WindowRelevantTurns()).all();
            int budget = 1 + texts.below(20_000);
            if (pricing(request, view).fitsSurely(all, budget)) {
                sure++;
                assertThat(pricing(request, view).whole(all))
                        .as("seed %d", seed)
                        .isLessThanOrEqualTo(budget);
            }
        }
        assertThat(sure).isBetween(20, 199);
    }

    @Test
    void stepsCountForWhatSurelyFits() {
        Selection recent = new Selection(List.of(), List.of(), List.of(STEPPED), false);
        Pricing with = pricing(withSteps(request("q", 5, 3, 0)), view(List.of(STEPPED)));
        assertThat(with.fitsSurely(recent, 120)).isFalse();
        assertThat(pricing(request("q", 5, 3, 0), view(List.of(STEPPED))).fitsSurely(recent, 120))
                .isTrue();
    }

    @Test
    void thePartsAreAboutTheWhole() {
        for (long seed = 0; seed < 100; seed++) {
            MemoryView view = Views.random(new SeededTexts(seed));
            ContextRequest request = request("query", 20, 0, 0);
            Pricing pricing = pricing(request, view);
            Selection all =
                    Candidates.of(view, request, new WindowRelevantTurns()).all();
            int parts = pricing.whole(Selection.NOTHING);
            parts += all.summaries().stream()
                    .mapToInt(one -> pricing.summary(one).tokens())
                    .sum();
            parts += all.recent().stream()
                    .mapToInt(one -> pricing.recent(one).tokens())
                    .sum();
            int slack = 20 + all.recent().size() * 4;
            assertThat(pricing.whole(all)).as("seed %d", seed).isBetween(parts - slack, parts + slack);
        }
    }
}
