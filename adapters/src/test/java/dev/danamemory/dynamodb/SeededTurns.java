package dev.danamemory.dynamodb;

import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Step;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.contract.Samples;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Turns whose texts nothing makes shorter, and turns that read like talk. */
final class SeededTurns {
    private static final List<String> WORDS = List.of(
            "the",
            "oven",
            "was",
            "hot",
            "when",
            "we",
            "baked",
            "bread",
            "with",
            "rye",
            "flour",
            "and",
            "sourdough",
            "from",
            "Basel",
            "at",
            "220",
            "degrees",
            "for",
            "forty",
            "minutes",
            "until",
            "crust",
            "is",
            "dark",
            "please",
            "remember",
            "that",
            "my",
            "sister",
            "prefers",
            "wheat",
            "tomorrow",
            "train",
            "leaves",
            "seven",
            "o'clock",
            "budget",
            "of",
            "1,250",
            "francs",
            "meeting",
            "moved",
            "to",
            "Thursday",
            "because",
            "Anna",
            "cannot",
            "come",
            "earlier",
            "question",
            "answer",
            "could",
            "you",
            "summarise",
            "what",
            "decided",
            "last",
            "week");

    private SeededTurns() {}

    /** Characters from the whole of Latin and beyond: about two bytes each, hardly to be packed. */
    static String noise(RandomGenerator random, int characters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < characters; i++) {
            text.append((char) (random.nextBoolean() ? random.nextInt('!', '~') : random.nextInt(0xA1, 0x7FF)));
        }
        return text.toString();
    }

    /** Words of a conversation, up to about that many bytes. */
    static String talk(RandomGenerator random, int bytes) {
        StringBuilder text = new StringBuilder();
        while (text.length() < bytes) {
            text.append(WORDS.get(random.nextInt(WORDS.size()))).append(random.nextInt(12) == 0 ? ". " : " ");
        }
        return text.toString();
    }

    static NewTurn turn(String id, String input, String response) {
        return new NewTurn(
                id,
                input,
                response,
                "2026-11-22T12:00:00.123456Z",
                Samples.none(),
                TurnStatus.COMPLETE,
                "default",
                3L,
                null,
                List.of(),
                List.of());
    }

    /** A turn near the largest size, which takes two items however well it is packed. */
    static NewTurn large(RandomGenerator random) {
        return new NewTurn(
                Samples.id("t"),
                noise(random, 165_000),
                noise(random, 165_000),
                Samples.NOON,
                Samples.none().put("note", noise(random, 8_000)),
                TurnStatus.COMPLETE,
                "default",
                null,
                null,
                List.of(new Step.Message("tool", noise(random, 160_000), Map.of())),
                List.of());
    }
}
