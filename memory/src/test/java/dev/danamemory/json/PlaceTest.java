package dev.danamemory.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Unicode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceTest {
    @Test
    void namesFieldsAndItems() {
        assertThat(Place.root()).hasToString("");
        assertThat(Place.root().field("history").item(3).field("user_input")).hasToString("history[3].user_input");
        assertThat(Place.root().item(0).item(12)).hasToString("[0][12]");
        assertThat(Place.root().field("x-y").field("Z9")).hasToString("x-y.Z9");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a b | metadata[\"a b\"]",
                "a.b | metadata[\"a.b\"]",
                "0 | metadata[\"0\"]",
                "`` | metadata[\"\"]",
                "Größe | metadata[\"Größe\"]",
                "👋 | metadata[\"👋\"]",
                "a\"b\\c | metadata[\"a\\\"b\\\\c\"]",
                "a[0] | metadata[\"a[0]\"]"
            })
    void quotesWhatIsNoSimpleName(String key, String place) {
        assertThat(Place.root().field("metadata").field(key)).hasToString(place);
    }

    @Test
    void isPrintableAndWellFormedWhateverTheKey() {
        assertThat(Place.root().field("a\nb\ud83d\u0000")).hasToString("[\"a\\u000ab\\ud83d\\u0000\"]");
        String place = Place.root().field("👋".repeat(1_000)).field("\udc4b").toString();
        assertThat(Unicode.isWellFormed(place)).isTrue();
        assertThat(place).isEqualTo("[\"" + "👋".repeat(64) + "…\"][\"\\udc4b\"]");
        assertThat(Place.root().field("k".repeat(65))).hasToString("[\"" + "k".repeat(64) + "…\"]");
        assertThat(Place.root().field("k".repeat(64))).hasToString("k".repeat(64));
    }
}
