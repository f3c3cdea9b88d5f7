package dev.danamemory.context;

import dev.danamemory.model.Turn;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * A turn that made it into a context.
 *
 * @param turn with its texts as they are shown (shortened ones when {@code cut})
 * @param counted counts {@link #tokens}; put off until asked, since a tokenizer takes long to load
 * @param cut whether its middle or its steps were left out to fit the budget
 */
public record ContextTurn(Turn turn, Reason reason, IntSupplier counted, boolean cut) {
    /** Why it is there. */
    public enum Reason {
        RECENT,
        RELEVANT;

        /** The name on the wire. */
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Tokens of its two lines. */
    public int tokens() {
        return counted.getAsInt();
    }
}
