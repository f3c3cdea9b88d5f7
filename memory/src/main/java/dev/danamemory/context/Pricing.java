package dev.danamemory.context;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.Unicode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one context and its parts cost in tokens. A turn is counted once, and so is the context that is shown; the sum of
 * parts is about the whole's count.
 */
final class Pricing {
    private final TokenCounter counter;
    private final ContextRequest request;
    private final MemoryView view;
    private final Map<Long, CountedText> recent = new HashMap<>();
    private final Map<Long, CountedText> relevant = new HashMap<>();
    private @Nullable Whole last;

    private record Whole(Selection shown, int tokens) {}

    Pricing(TokenCounter counter, ContextRequest request, MemoryView view) {
        this.counter = counter;
        this.request = request;
        this.view = view;
    }

    /** A recent turn with its steps, if these are asked for. */
    CountedText recent(Turn turn) {
        return recent.computeIfAbsent(turn.turnNumber(), number -> counted(lines(turn) + steps(turn)));
    }

    /** An earlier turn, which is shown without steps. */
    CountedText relevant(Turn turn) {
        return hasSteps(turn)
                ? relevant.computeIfAbsent(turn.turnNumber(), number -> counted(lines(turn)))
                : recent(turn);
    }

    CountedText summary(Summary summary) {
        return counted(ContextText.line(summary) + "\n");
    }

    /** The newest turn as it is shown, cut or not. */
    int price(Turn shown) {
        return counter.count(lines(shown) + steps(shown));
    }

    int title(String title) {
        return counter.count(title + "\n");
    }

    /** Exactly what {@link AssembledContext#tokens} promises: the whole text, and the steps as JSON. */
    int whole(Selection shown) {
        Whole known = last;
        if (known == null || !known.shown().equals(shown)) {
            known = new Whole(shown, counted(shown));
            last = known;
        }
        return known.tokens();
    }

    private int counted(Selection shown) {
        int tokens = counter.count(ContextText.of(shown, request, view));
        for (Turn turn : shown.recent()) {
            tokens += hasSteps(turn) ? counter.count(steps(turn)) : 0;
        }
        return tokens;
    }

    /** Whether it has no more bytes than tokens are allowed, so that nothing needs to be counted. */
    boolean fitsSurely(Selection shown, int budget) {
        if (shown.chars() > budget) {
            return false;
        }
        long bytes = Unicode.utf8Length(ContextText.of(shown, request, view));
        for (Turn turn : shown.recent()) {
            bytes += Unicode.utf8Length(steps(turn));
        }
        return bytes <= budget;
    }

    private CountedText counted(String text) {
        return new CountedText(text, counter);
    }

    private boolean hasSteps(Turn turn) {
        return request.includeSteps() && !turn.steps().isEmpty();
    }

    private String steps(Turn turn) {
        return hasSteps(turn) ? StepMessages.json(turn.steps()) : "";
    }

    private static String lines(Turn turn) {
        return ContextText.lines(turn) + "\n\n";
    }
}
