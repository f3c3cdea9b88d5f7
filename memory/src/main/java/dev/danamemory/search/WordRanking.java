package dev.danamemory.search;

import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.List;

/** Ranks a handful of turns by the words that they share with a query. */
public final class WordRanking {
    /**
     * A turn and how well it fits.
     *
     * @param score above 0, higher is better; compares within one ranking only
     */
    public record Ranked(Turn turn, double score) {}

    private WordRanking() {}

    /**
     * The turns that share a telling word with the query, best first, of equals the newer first; none when the query is
     * of stop words only, which every turn shares.
     */
    public static List<Ranked> rank(String query, List<Turn> turns, int most) {
        QueryWords words = QueryWords.of(query);
        if (words.onlyStopWords() || most == 0) {
            return List.of();
        }
        Bm25 ranking = new Bm25(words.places().size());
        List<WordCounts> counts = new ArrayList<>();
        for (Turn turn : turns) {
            WordCounts counted = words.count(Folded.text(turn.userInput()), Folded.text(turn.agentResponse()));
            ranking.add(counted);
            counts.add(counted);
        }
        List<Ranked> ranked = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            if (counts.get(i).any()) {
                ranked.add(new Ranked(turns.get(i), ranking.score(counts.get(i))));
            }
        }
        ranked.sort(WordRanking::compare);
        return List.copyOf(ranked.subList(0, Math.min(most, ranked.size())));
    }

    private static int compare(Ranked one, Ranked other) {
        int byScore = Double.compare(other.score(), one.score());
        return byScore != 0
                ? byScore
                : Long.compare(other.turn().turnNumber(), one.turn().turnNumber());
    }
}
