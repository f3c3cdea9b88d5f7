package dev.danamemory.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Words.each(text, (start, end) -> words.add(text.substring(start, end)));
        return words;
    }

    @Test
    void runsOfLettersDigitsAndMarksAreWords() {
        assertThat(words("the oven, 250°c; naïve e\u0323x _under_"))
                .containsExactly("the", "oven", "250", "c", "naïve", "e\u0323x", "under");
    }

    @Test
    void marksStayInTheirWord() {
        assertThat(words("हिन्दी भाषा")).containsExactly("हिन्दी", "भाषा");
    }

    @Test
    void lettersOutsideTheBasicPlaneAreLetters() {
        assertThat(words("𝒳𝒴 🎂 x")).containsExactly("𝒳𝒴", "x");
    }

    @Test
    void scriptsWithoutSpacesGivePairsAndSingles() {
        assertThat(words("生日蛋")).containsExactly("生", "生日", "日", "日蛋", "蛋");
        assertThat(words("สว")).containsExactly("ส", "สว", "ว");
        assertThat(words("猫")).containsExactly("猫");
        assertThat(words("𠮷野")).containsExactly("𠮷", "𠮷野", "野");
    }

    @Test
    void scriptsPartWhereTheyMeet() {
        assertThat(words("ipad版x")).containsExactly("ipad", "版", "x");
        assertThat(words("コーヒ")).containsExactly("コ", "コー", "ー", "ーヒ", "ヒ");
    }

    @Test
    void thereAreNoneInSignsAndBlanks() {
        assertThat(words(" \n🎂 … €!")).isEmpty();
    }
}
