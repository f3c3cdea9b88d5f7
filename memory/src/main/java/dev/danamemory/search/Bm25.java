package dev.danamemory.search;

/** Ranks texts by the query's words in them (Okapi BM25, k1 1.2, b 0.75); every text is added before one is scored. */
final class Bm25 {
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final int[] textsWith;
    private long texts;
    private long words;

    Bm25(int queryWords) {
        textsWith = new int[queryWords];
    }

    void add(WordCounts text) {
        texts++;
        words += text.length();
        for (int i = 0; i < textsWith.length; i++) {
            textsWith[i] += text.counts()[i] > 0 ? 1 : 0;
        }
    }

    /** 0 when no word is there, else above it. */
    double score(WordCounts text) {
        double meanLength = Math.max(1, (double) words / texts);
        double score = 0;
        for (int i = 0; i < textsWith.length; i++) {
            double count = text.counts()[i];
            if (count > 0) {
                double rarity = Math.log(1 + (texts - textsWith[i] + 0.5) / (textsWith[i] + 0.5));
                score += rarity * count * (K1 + 1) / (count + K1 * (1 - B + B * text.length() / meanLength));
            }
        }
        return score;
    }
}
