package dev.danamemory.search;

import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Turn;
import dev.danamemory.model.Unicode;
import org.junit.jupiter.api.Test;

class SnippetsTest {
    private static final String FILLER = "lorem ipsum dolor sit amet ";

    private static String snippet(String query, Turn turn) {
        return new Snippets(new Needle(Folded.of(query).text()), QueryWords.of(query)).of(turn);
    }

    @Test
    void aShortTextIsShownWhole() {
        assertThat(snippet("OVEN", turn(1, "The oven\nis hot.", "x"))).isEqualTo("The oven\nis hot.");
    }

    @Test
    void aLongTextIsCutAroundTheMatch() {
        String text = FILLER.repeat(20) + "the Straße here " + FILLER.repeat(20);
        String snippet = snippet("strasse", turn(1, text, ""));
        assertThat(snippet).startsWith("…").endsWith("…").contains("the Straße here");
        assertThat(Unicode.codePoints(snippet)).isBetween(150, Snippets.LONGEST);
        assertThat(text).contains(snippet.substring(1, snippet.length() - 1));
    }

    @Test
    void onlyTheCutEndIsMarked() {
        String beginning = snippet("oven", turn(1, "oven " + FILLER.repeat(20), ""));
        assertThat(beginning).startsWith("oven ").endsWith("…");
        String end = snippet("oven", turn(1, FILLER.repeat(20) + "oven", ""));
        assertThat(end).startsWith("…").endsWith(" oven");
        assertThat(Unicode.codePoints(end)).isEqualTo(Snippets.LONGEST);
    }

    @Test
    void theResponseIsShownWhenTheMatchIsThere() {
        assertThat(snippet("oven", turn(1, "an ove", "my oven"))).isEqualTo("my oven");
    }

    @Test
    void aSubstringInTheResponseWinsOverWordsInTheInput() {
        assertThat(snippet("oven door", turn(1, "the door", "an oven door"))).isEqualTo("an oven door");
    }

    @Test
    void wordsAreShownWhereThereIsNoSubstring() {
        assertThat(snippet("hot door", turn(1, "no", "a door"))).isEqualTo("a door");
        assertThat(snippet("hot door", turn(1, FILLER.repeat(20) + "hot", "a door")))
                .endsWith(" hot");
    }

    @Test
    void aMatchLongerThanASnippetIsShownFromItsBeginning() {
        String match = "match ".repeat(60);
        String snippet = snippet(match, turn(1, FILLER.repeat(3) + match + FILLER, ""));
        assertThat(snippet).startsWith("…match match").endsWith("…");
        assertThat(Unicode.codePoints(snippet)).isLessThanOrEqualTo(Snippets.LONGEST);
    }

    @Test
    void oneCharacterLongerThanASnippetIsCutAllTheSame() {
        String snippet = snippet("a\u0301", turn(1, "a" + "\u0301".repeat(1_000), ""));
        assertThat(Unicode.codePoints(snippet)).isBetween(100, Snippets.LONGEST);
    }

    @Test
    void aFamilyAtTheCutIsLeftOutWhole() {
        String text = "oven " + "👨‍👩‍👧‍👦".repeat(100);
        String snippet = snippet("oven", turn(1, text, ""));
        assertThat(snippet).matches("oven (👨‍👩‍👧‍👦)+…");
        assertThat(Unicode.codePoints(snippet)).isBetween(150, Snippets.LONGEST);
    }
}
