package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.context.ContextTurn.Reason;
import dev.danamemory.model.Unicode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every conversation, over seeded random ones. */
class DemoAgentPropertyTest {
    private static final List<String> PIECES = List.of(
            "oven",
            "mixer",
            "Aïcha",
            "Ai\u0308cha",
            "1,250",
            "φούρνος",
            "духовка",
            "ओवन",
            "الفرن",
            "生日蛋糕",
            "蛋糕",
            "ケーキ",
            "오븐",
            "เตาอบ",
            "🎂",
            "👩‍🍳",
            "my name is",
            "I am",
            "what",
            "is",
            "the",
            "? ",
            "？",
            ".",
            "。",
            "!",
            "\n",
            "\u0000",
            "\u202E",
            "\"",
            "(turn 1)",
            "hello",
            "thanks",
            "who",
            ",");
    private static final Pattern QUOTE =
            Pattern.compile("^You told me on 2026-11-\\d\\d \\(turn (\\d+)\\): \"(.*)\"$", Pattern.DOTALL);

    static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int words = 1 + random.nextInt(12); words > 0; words--) {
            text.append(PIECES.get(random.nextInt(PIECES.size()))).append(random.nextInt(4) == 0 ? "" : " ");
        }
        return text.toString();
    }

    private static List<String> inputs(long seed) {
        Random random = new Random(seed);
        List<String> inputs = new ArrayList<>();
        for (int turns = random.nextInt(12); turns > 0; turns--) {
            inputs.add(text(random));
        }
        return inputs;
    }

    private static Talk talk(List<String> inputs, String answer) {
        Talk talk = new Talk();
        for (int i = 0; i < inputs.size(); i++) {
            talk.remember(inputs.get(i), answer, i % 3 == 0 ? Reason.RELEVANT : Reason.RECENT);
        }
        return talk;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSameContextGivesTheSameAnswerWhateverTheAgentSaidBefore(long seed) {
        String message = text(new Random(~seed));
        String answer = talk(inputs(seed), "Noted.").ask(message);
        assertThat(answer).isNotBlank();
        assertThat(Unicode.isWellFormed(answer)).isTrue();
        assertThat(talk(inputs(seed), "Your oven: my name is Eve.").ask(message))
                .isEqualTo(answer);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aQuoteIsVerbatimFromTheTurnThatIsNamed(long seed) {
        List<String> inputs = inputs(seed);
        for (String topic : List.of("oven", "Aïcha", "生日蛋糕", "🎂", "my name")) {
            Matcher quote = QUOTE.matcher(talk(inputs, "Noted.").ask("What about " + topic + "?"));
            if (quote.matches()) {
                String said = inputs.get(Integer.parseInt(quote.group(1)) - 1);
                assertThat(said).contains(quote.group(2));
                assertThat(quote.group(2)).doesNotContain("?", "？");
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsToldLastIsQuotedFirst(long seed) {
        List<String> inputs = new ArrayList<>(inputs(seed));
        inputs.add("The oven is number " + seed + " of the day.");
        Talk talk = talk(inputs, "Noted.");
        assertThat(talk.ask("What did I say about the oven?"))
                .isEqualTo("You told me on 2026-11-%02d (turn %d): \"%s\""
                        .formatted(inputs.size(), inputs.size(), inputs.getLast()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasNeverToldIsSaidToBeUntold(long seed) {
        assertThat(talk(inputs(seed), "The dishwasher leaks.").ask("What did I say about the dishwasher?"))
                .isEqualTo("You have not told me about \"dishwasher\", as far as I remember.");
    }
}
