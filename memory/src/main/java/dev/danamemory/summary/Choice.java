package dev.danamemory.summary;

import dev.danamemory.model.Unicode;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Chooses sentences, always the one that tells most of what is not told yet, as many as fit. For one thread. */
final class Choice {
    // sentences that are looked at in vain because of their labels, before the rest is left
    private static final int VAIN = 32;

    // what else must be worth for its length, but for the first: a summary need not be full
    private static final double LEAST = 0.01;

    private final List<Said> all;
    private final Vocabulary vocabulary;
    private final int budget;
    private final Telling telling;

    private final TreeMap<Integer, Said> chosen = new TreeMap<>();
    private final Set<Integer> refused = new HashSet<>();
    private final BitSet told = new BitSet();
    private int length;

    /** @param budget code points of the text, at least 1 */
    Choice(List<Said> all, Vocabulary vocabulary, int budget, Telling telling) {
        this.all = all;
        this.vocabulary = vocabulary;
        this.budget = budget;
        this.telling = telling;
    }

    /** The text; nothing when not even one sentence fits. */
    Optional<String> text() {
        Optional<Said> next = best();
        while (next.isPresent()) {
            take(next.get());
            next = refused.size() > VAIN ? Optional.empty() : best();
        }
        return chosen.isEmpty() ? Optional.empty() : Optional.of(telling.of(chosen.values()));
    }

    private void take(Said said) {
        chosen.put(said.place(), said);
        int longer = Unicode.codePoints(telling.of(chosen.values()));
        if (longer > budget) {
            chosen.remove(said.place());
            refused.add(said.place());
            return;
        }
        length = longer;
        for (int word : said.words().ids()) {
            told.set(word);
        }
    }

    private Optional<Said> best() {
        Said best = null;
        double most = chosen.isEmpty() ? 0 : LEAST;
        for (Said said : all) {
            if (said.length() <= budget - length
                    && !chosen.containsKey(said.place())
                    && !refused.contains(said.place())) {
                double worth = said.worth(vocabulary, told);
                if (worth > most) {
                    best = said;
                    most = worth;
                }
            }
        }
        return Optional.ofNullable(best);
    }
}
