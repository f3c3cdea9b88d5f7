package dev.danamemory.context;

import dev.danamemory.model.Turn;
import dev.danamemory.search.WordRanking;
import java.util.ArrayList;
import java.util.List;

/** Chooses from the loaded window, without a further read, by the words that turns share with the query. */
public final class WindowRelevantTurns implements RelevantTurns {
    @Override
    public List<Choice> choose(String query, MemoryView view, long before, int most) {
        List<Turn> earlier = new ArrayList<>();
        for (Turn turn : view.turns()) {
            if (turn.isComplete() && turn.turnNumber() < before) {
                earlier.add(turn);
            }
        }
        List<Choice> choices = new ArrayList<>();
        double best = 0;
        for (WordRanking.Ranked one : WordRanking.rank(query, earlier, most)) {
            best = choices.isEmpty() ? one.score() : best;
            choices.add(new Choice(one.turn(), one.score() / best));
        }
        return choices;
    }
}
