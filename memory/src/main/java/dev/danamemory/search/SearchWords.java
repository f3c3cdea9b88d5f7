package dev.danamemory.search;

/** The words of a text as search compares them, for those who weigh texts by other questions than a query's. */
public final class SearchWords {
    /** Takes one word after the other. */
    @FunctionalInterface
    public interface Sink {
        /**
         * The next word. Scripts without spaces give single characters and every two neighbours.
         *
         * @param folded how search compares it
         * @param start where it begins in the text
         * @param isStopWord whether it is one of the English words that say nothing of what a text is about
         */
        void word(String folded, int start, boolean isStopWord);
    }

    private SearchWords() {}

    /** Hands over the words of the text in order. */
    public static void each(String text, Sink sink) {
        Folded folded = Folded.of(text);
        String form = folded.text();
        Words.each(form, (start, end) -> {
            String word = form.substring(start, end);
            sink.word(word, folded.originalStart(start), StopWords.contains(word));
        });
    }
}
