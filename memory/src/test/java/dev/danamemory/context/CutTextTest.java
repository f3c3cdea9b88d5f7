package dev.danamemory.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Unicode;
import dev.danamemory.search.SeededTexts;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CutTextTest {
    private static final Pattern CUT = Pattern.compile("(.*)… \\[([0-9,]+) tokens left out] …(.*)", Pattern.DOTALL);

    private final TokenCounter o200k = new O200k();

    @Test
    void whatFitsStaysAsItIs() {
        assertThat(new CutText("three small words", o200k).to(3)).contains("three small words");
        assertThat(new CutText("", o200k).to(0)).contains("");
    }

    @Test
    void beginningAndEndStay() {
        String text = "begin " + "word ".repeat(2_000) + "end";
        assertThat(new CutText(text, o200k).to(40)).hasValueSatisfying(cut -> {
            assertThat(cut).startsWith("begin word").endsWith("word end").contains("… [1,9");
            assertThat(o200k.count(cut)).isBetween(35, 41);
        });
    }

    @Test
    void nothingIsLeftWhereNotEvenTheNoteFits() {
        CutText text = new CutText("word ".repeat(2_000), o200k);
        assertThat(text.to(5)).isEmpty();
        assertThat(text.least()).matches("… \\[2,00[01] tokens left out] …");
        assertThat(text.to(o200k.count(text.least())))
                .hasValueSatisfying(
                        cut -> assertThat(cut).contains("tokens left out").hasSizeLessThan(60));
        assertThat(new CutText("hi", o200k).least()).isEqualTo("hi");
    }

    @ParameterizedTest
    @ValueSource(strings = {"👨‍👩‍👧‍👦", "🇧🇪", "🎂", "e\u0323\u0302", "𝒳"})
    void noCharacterIsTakenApart(String one) {
        for (int most = 20; most < 60; most++) {
            Matcher cut =
                    CUT.matcher(new CutText(one.repeat(500), o200k).to(most).orElseThrow());
            assertThat(cut.matches()).isTrue();
            assertThat(cut.group(1).replace(one, "")).isEmpty();
            assertThat(cut.group(3).replace(one, "")).isEmpty();
        }
    }

    @Test
    void anyTextIsCutToAboutWhatWasAskedAndKeepsItsEnds() {
        for (long seed = 0; seed < 150; seed++) {
            SeededTexts texts = new SeededTexts(seed);
            String text = texts.side() + texts.text(800);
            int most = 15 + texts.below(600);
            Optional<String> shortened = new CutText(text, o200k).to(most);
            assertThat(shortened).as("seed %d", seed).isPresent();
            String cut = shortened.get();
            assertThat(Unicode.isWellFormed(cut)).as("seed %d", seed).isTrue();
            assertThat(o200k.count(cut)).as("seed %d", seed).isLessThanOrEqualTo(most + 8);
            Matcher parts = CUT.matcher(cut);
            if (!cut.equals(text) && parts.matches()) {
                assertThat(text).startsWith(parts.group(1)).endsWith(parts.group(3));
                assertThat(parts.group(1).length() + parts.group(3).length()).isLessThan(text.length());
            }
        }
    }

    @Test
    void theEndsOfAHugeTextAreFoundWithoutCountingItOverAndOver() {
        long[] counted = {0};
        TokenCounter measuring = new TokenCounter() {
            @Override
            public String name() {
                return "measuring";
            }

            @Override
            public int count(String text) {
                counted[0] += text.length();
                return o200k.count(text);
            }
        };
        String huge = "a".repeat(262_144);
        assertThat(new CutText(huge, measuring).to(10_000)).isPresent();
        assertThat(counted[0]).isLessThan(4L * huge.length());
    }
}
