package dev.danamemory;

import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.Turn;
import dev.danamemory.model.Unicode;
import dev.danamemory.store.Conversation;
import dev.danamemory.summary.Summariser;
import java.util.function.Function;

/** Where the text of a summary comes from. */
public sealed interface SummarySource {
    /** A caller's text, not blank, well-formed, at most 256 KiB of UTF-8. */
    record Given(String content) implements SummarySource {
        /**
         * That text.
         *
         * @throws InvalidInputException when it can't be kept
         */
        public Given {
            if (content.isBlank()) {
                throw new InvalidInputException("content", "must not be blank");
            }
            if (!Unicode.isWellFormed(content)) {
                throw new InvalidInputException("content", "has half of a surrogate pair; it must be well-formed text");
            }
            if (Unicode.utf8Length(content) > Turn.LONGEST_TEXT) {
                throw new InvalidInputException("content", "is over 256 KiB of UTF-8");
            }
        }
    }

    /** It is made of the turns. */
    record Made(Function<Conversation, Summariser> by) implements SummarySource {}
}
