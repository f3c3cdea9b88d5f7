package dev.danamemory.summary;

/** Tells from a sentence's words whether it decides something, and of whom it speaks. For one sentence. */
final class Tone {
    private static final double DECIDES = 1.5;
    private static final double OF_SPEAKER = 1.2;
    private static final double OF_LISTENER = 0.7;

    private boolean decides;
    private boolean isOfSpeaker;
    private boolean isOfListener;

    void hear(String word) {
        decides |= Lexicon.decides(word);
        isOfSpeaker |= Lexicon.isSpeaker(word);
        isOfListener |= Lexicon.isListener(word);
    }

    /** How much more or less it tells than its words do; encouragement speaks of the listener alone. */
    double weight() {
        double whom = isOfSpeaker ? OF_SPEAKER : isOfListener ? OF_LISTENER : 1;
        return decides ? DECIDES * whom : whom;
    }
}
