package dev.danamemory.search;

import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Turn;
import dev.danamemory.model.Unicode;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TurnSearchPropertyTest {
    private final TurnSearch search = new TurnSearch();

    static LongStream seeds() {
        return LongStream.range(0, 120);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatAnyTurnContainsIsFoundBeforeAllThatDoesNot(long seed) {
        SeededTexts texts = new SeededTexts(seed);
        List<Turn> turns = turns(texts);
        String query = query(texts, turns);
        List<SearchHit> hits = search.search(query, History.of(turns), turns.size());
        List<Long> containing = turns.stream()
                .filter(turn -> contains(turn.userInput(), query) || contains(turn.agentResponse(), query))
                .map(Turn::turnNumber)
                .toList();
        assertThat(containing).isNotEmpty();
        assertThat(hits.subList(0, containing.size()))
                .extracting(hit -> hit.turn().turnNumber())
                .containsExactlyInAnyOrderElementsOf(containing);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void hitsAreInOrderOnceEachAndTheirSnippetsAreOfTheirTexts(long seed) {
        SeededTexts texts = new SeededTexts(seed);
        List<Turn> turns = turns(texts);
        String query = texts.text(4);
        int limit = 1 + texts.below(10);
        List<SearchHit> hits = search.search(query, History.of(turns), limit);
        assertThat(hits).hasSizeLessThanOrEqualTo(limit);
        assertThat(hits).extracting(SearchHit::turn).doesNotHaveDuplicates();
        for (int i = 0; i < hits.size(); i++) {
            SearchHit hit = hits.get(i);
            assertThat(hit.score()).isPositive();
            assertThat(i == 0 || hits.get(i - 1).score() >= hit.score()).isTrue();
            assertThat(Unicode.codePoints(hit.snippet())).isBetween(1, Snippets.LONGEST);
            assertThat(Unicode.isWellFormed(hit.snippet())).isTrue();
            assertVerbatim(hit);
        }
        assertThat(search.search(query, History.of(turns), limit)).isEqualTo(hits);
    }

    private static void assertVerbatim(SearchHit hit) {
        String both = hit.turn().userInput() + "\0" + hit.turn().agentResponse();
        String middle = hit.snippet();
        if (!both.contains(middle)) {
            middle = middle.startsWith("…") ? middle.substring(1) : middle;
        }
        if (!both.contains(middle)) {
            middle = middle.substring(0, middle.length() - 1);
        }
        assertThat(both).contains(middle);
    }

    private static List<Turn> turns(SeededTexts texts) {
        List<Turn> turns = new ArrayList<>();
        for (long number = 1; number <= 20; number++) {
            turns.add(turn(number, texts.side(), texts.text(30)));
        }
        return turns;
    }

    private static String query(SeededTexts texts, List<Turn> turns) {
        String query = "";
        while (query.isBlank()) {
            query = varied(texts, piece(texts, texts.pick(turns)));
        }
        return query;
    }

    // a run of the text in NFC, in which every run is a substring
    private static String piece(SeededTexts texts, Turn turn) {
        String text = Normalizer.normalize(
                texts.below(2) == 0 ? turn.userInput() : turn.agentResponse(), Normalizer.Form.NFC);
        int length = text.codePointCount(0, text.length());
        int from = texts.below(length + 1);
        int to = Math.min(length, from + 1 + texts.below(12));
        int start = text.offsetByCodePoints(0, from);
        // a query that begins with a mark is another text than the character it was taken from
        if (start < text.length() && Words.isMark(text.codePointAt(start))) {
            return "";
        }
        return text.substring(start, text.offsetByCodePoints(0, to));
    }

    private static String varied(SeededTexts texts, String piece) {
        return switch (texts.below(4)) {
            case 0 -> piece.toUpperCase(Locale.ROOT);
            case 1 -> Normalizer.normalize(piece, Normalizer.Form.NFD);
            default -> piece;
        };
    }

    // the whole text folded at once, not by clusters as the search does
    private static boolean contains(String text, String query) {
        return fold(text).contains(fold(query));
    }

    private static String fold(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        String folded =
                composed.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT).replace('ς', 'σ');
        return Normalizer.normalize(folded, Normalizer.Form.NFC).replace("i\u0307", "i");
    }
}
