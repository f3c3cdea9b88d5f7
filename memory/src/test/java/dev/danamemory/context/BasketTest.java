package dev.danamemory.context;

import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Summary;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BasketTest {
    private final Basket basket = new Basket();

    private static Summary summary(String content) {
        return new Summary(content, null, content, 1, null, null, null, null, Map.of());
    }

    @Test
    void whatWasTakenIsShownInItsOwnOrder() {
        basket.take(new Taken.Recent(turn(9, "", ""), true));
        basket.take(new Taken.Recent(turn(8, "", ""), false));
        basket.take(new Taken.Summarised(summary("late"), 2));
        basket.take(new Taken.Relevant(turn(5, "", "")));
        basket.take(new Taken.Relevant(turn(3, "", "")));
        basket.take(new Taken.Summarised(summary("early"), 0));
        assertThat(basket.selection())
                .isEqualTo(new Selection(
                        List.of(summary("early"), summary("late")),
                        List.of(turn(3, "", ""), turn(5, "", "")),
                        List.of(turn(8, "", ""), turn(9, "", "")),
                        true));
    }

    @Test
    void theLastIsGivenBackFirst() {
        basket.take(new Taken.Recent(turn(9, "", ""), false));
        basket.take(new Taken.Relevant(turn(5, "", "")));
        assertThat(basket.giveBackLast()).isEqualTo(new Taken.Relevant(turn(5, "", "")));
        assertThat(basket.size()).isEqualTo(1);
        assertThat(basket.selection().relevant()).isEmpty();
        assertThat(basket.selection().newestCut()).isFalse();
    }

    @Test
    void onlyWhatWasRelevantCanBeGivenBackAsSuch() {
        basket.take(new Taken.Recent(turn(9, "", ""), false));
        basket.take(new Taken.Relevant(turn(5, "", "")));
        assertThat(basket.holdsRelevant(turn(9, "", ""))).isFalse();
        assertThat(basket.holdsRelevant(turn(5, "", ""))).isTrue();
        basket.giveBackRelevant(turn(9, "", ""));
        basket.giveBackRelevant(turn(5, "", ""));
        assertThat(basket.selection().recent()).containsExactly(turn(9, "", ""));
        assertThat(basket.size()).isEqualTo(1);
    }
}
