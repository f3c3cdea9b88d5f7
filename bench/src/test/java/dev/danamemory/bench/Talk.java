package dev.danamemory.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/** What is said in the measurements: half a kilobyte each side, so that a turn is about one. */
final class Talk {
    private static final List<String> WORDS = List.of(
            "tomorrow", "bread", "oven", "seven", "train", "Ana", "because", "window", "paper", "the", "a", "of");
    private static final int SIDE = 450;

    private final Random random = new Random(7);

    String side() {
        StringBuilder text = new StringBuilder();
        while (text.length() < SIDE) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(' ');
        }
        return text.toString();
    }

    /** A history to begin with. */
    DanaFile history(long turns) {
        List<Turn> history =
                LongStream.rangeClosed(1, turns).mapToObj(this::turn).toList();
        return new DanaFile(
                "bench",
                null,
                null,
                history,
                List.of(),
                1L,
                turns,
                "default",
                null,
                JsonNodeFactory.instance.objectNode(),
                Map.of());
    }

    private Turn turn(long number) {
        return new Turn(
                "imported-" + number,
                number,
                side(),
                side(),
                "2026-11-22T12:00:00Z",
                JsonNodeFactory.instance.objectNode(),
                TurnStatus.COMPLETE,
                "default",
                number - 1,
                null,
                List.of(),
                List.of(),
                Map.of());
    }
}
