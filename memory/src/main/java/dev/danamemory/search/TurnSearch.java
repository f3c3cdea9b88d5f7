package dev.danamemory.search;

import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Ranked search through the two texts of complete turns. A turn that contains the query as a substring (NFC, case
 * folded) is always found and ranks before those that only share words with it; within both groups BM25 decides, then
 * the newer turn.
 *
 * <p>Of turns that match nothing is kept but how long they are on the whole; of each that does, its number and how often
 * it has each of the query's words (some 100 bytes and 4 for each word). Whole turns are kept only up to 16 MiB, the
 * newest ones, and older ones among the hits read again.
 */
public final class TurnSearch {
    // above every score of words alone, which is cut where an absurd history would reach it
    private static final double SUBSTRING = 1000;
    private static final double HIGHEST_OF_WORDS = 999;

    private record Candidate(long number, boolean substring, WordCounts counts) {}

    private record Scored(long number, double score) {}

    /**
     * The best turns, best first; none for a blank query.
     *
     * @param limit at least 1
     * @throws IllegalArgumentException when the limit is below 1
     */
    public List<SearchHit> search(String query, History history, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("the limit of hits must be at least 1");
        }
        if (query.isBlank()) {
            return List.of();
        }
        Needle needle = new Needle(Folded.text(query));
        QueryWords words = QueryWords.of(query);
        Bm25 ranking = new Bm25(words.places().size());
        List<Candidate> candidates = new ArrayList<>();
        KeptTurns kept = new KeptTurns();
        for (Turn turn : history) {
            if (turn.isComplete()) {
                Candidate candidate = look(turn, needle, words);
                ranking.add(candidate.counts());
                if (candidate.substring() || candidate.counts().any()) {
                    candidates.add(candidate);
                    kept.add(turn);
                }
            }
        }
        return hits(best(candidates, ranking), kept, history, new Snippets(needle, words), limit);
    }

    private static Candidate look(Turn turn, Needle needle, QueryWords words) {
        String input = Folded.text(turn.userInput());
        String response = Folded.text(turn.agentResponse());
        boolean substring = needle.in(input) >= 0 || needle.in(response) >= 0;
        return new Candidate(turn.turnNumber(), substring, words.count(input, response));
    }

    private static List<Scored> best(List<Candidate> candidates, Bm25 ranking) {
        List<Scored> scored = new ArrayList<>(candidates.size());
        for (Candidate candidate : candidates) {
            double score = Math.min(ranking.score(candidate.counts()), HIGHEST_OF_WORDS);
            scored.add(new Scored(candidate.number(), candidate.substring() ? SUBSTRING + score : score));
        }
        scored.sort(Comparator.comparingDouble(Scored::score)
                .thenComparingLong(Scored::number)
                .reversed());
        return scored;
    }

    private static List<SearchHit> hits(
            List<Scored> best, KeptTurns kept, History history, Snippets snippets, int limit) {
        List<SearchHit> hits = new ArrayList<>();
        for (Scored one : best) {
            if (hits.size() == limit) {
                break;
            }
            // read again, it may have been redacted or erased meanwhile
            kept.turn(one.number())
                    .or(() -> history.turn(one.number()).filter(Turn::isComplete))
                    .ifPresent(turn -> hits.add(new SearchHit(turn, one.score(), snippets.of(turn))));
        }
        return List.copyOf(hits);
    }
}
