package dev.danamemory.context;

import dev.danamemory.model.Turn;
import dev.danamemory.search.WordRanking;
import java.util.List;

/** Chooses from the loaded window, without a further read, by the words that turns share with the query. */
public final class WindowRelevantTurns implements RelevantTurns {
    @Override
    public List<Choice> choose(String query, MemoryView view, long before, int most) {
        List<Turn> earlier = view.turns().stream()
                .filter(turn -> turn.isComplete() && turn.turnNumber() < before)
                .toList();
        List<WordRanking.Ranked> ranked = WordRanking.rank(query, earlier, most);
        return ranked.stream()
                .map(one ->
                        new Choice(one.turn(), one.score() / ranked.getFirst().score()))
                .toList();
    }
}
