package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LexiconTest {
    private static final Lexicon LEXICON = new Lexicon();

    @ParameterizedTest
    @CsvSource({
        "Hello!, GREETING",
        "good   MORNING, GREETING",
        "你好, GREETING",
        "नमस्ते।, GREETING",
        "How are you?, GREETING",
        "Thanks! 👍, THANKS",
        "谢谢, THANKS",
        "ok, THANKS",
        "See you tomorrow 👋, FAREWELL",
        "до свидания, FAREWELL",
        "What can you do?, HELP",
        "help, HELP",
        "Who are you?, OWN_NAME",
        "Wie heißt du?, OWN_NAME",
    })
    void knowsSmallTalk(String text, SmallTalk kind) {
        assertThat(LEXICON.smallTalk(Words.of(text))).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hello, the oven broke", "help Jan with the oven", "👍", "tomorrow", "the thanks"})
    void allElseIsNoSmallTalk(String text) {
        assertThat(LEXICON.smallTalk(Words.of(text))).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            What did I say about the oven?           | oven
            When did the van leave for Ghent?        | van,leave,Ghent
            Where is my die?                         | die
            The van?                                 | van
            Was habe ich über den Ofen gesagt?       | Ofen
            Wat zei ik over de oven?                 | oven
            Qu'est-ce que j'ai dit sur le four?      | four
            ¿Qué dije sobre el horno?                | horno
            Cosa ho detto sul forno?                 | forno
            O que eu disse sobre o forno?            | forno
            Что я говорил о духовке?                 | духовке
            Τι είπα για τον φούρνο;                  | φούρνο
            ओवन के बारे में मैंने क्या कहा?              | ओवन
            ماذا قلت عن الفرن؟                       | الفرن
            Fırın hakkında ne dedim?                 | Fırın
            Co mówiłem o piekarniku?                 | piekarniku
            我说过什么关于生日蛋糕?                  | 生日蛋糕
            オーブンについて何と言いましたか?        | オーブン
            ケーキは何個ですか?                      | ケーキ
            ฉันพูดอะไรเกี่ยวกับเตาอบ?                 | เตาอบ
            """)
    void leavesOutWhatHasNoWeight(String question, String topics) {
        List<Topic> found = Topic.of(question, Words.of(question), LEXICON);
        assertThat(found).extracting(Topic::label).containsExactly(topics.split(","));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "What did I say?",
                "What do you remember about me?",
                "What have we talked about so far?",
                "我说过什么?"
            })
    void aQuestionMayAskAboutAnything(String question) {
        assertThat(Topic.of(question, Words.of(question), LEXICON)).isEmpty();
    }

    @Test
    void whatStandsInTheFileAreFoldedWordsWithBlanksBetween() throws IOException {
        List<String> texts = new ArrayList<>();
        collect(file(), texts);
        assertThat(texts)
                .hasSizeGreaterThan(100)
                .allSatisfy(text -> assertThat(Word.texts(Words.of(text))).containsExactly(text.split(" ")));
    }

    // they are taken out of a run in this order, and a part would leave the rest of the longer one there
    @Test
    void noRunStopStandsBeforeALongerOneThatHoldsIt() throws IOException {
        List<String> seen = new ArrayList<>();
        for (JsonNode stop : file().get("run_stops")) {
            assertThat(seen).noneMatch(stop.textValue()::contains);
            seen.add(stop.textValue());
        }
        assertThat(seen).hasSizeGreaterThan(100);
    }

    private static JsonNode file() throws IOException {
        try (InputStream json = Lexicon.class.getResourceAsStream("lexicon.json")) {
            return JsonReader.strict().read(json.readAllBytes());
        }
    }

    private static void collect(JsonNode node, List<String> texts) {
        if (node.isTextual()) {
            texts.add(node.textValue());
        }
        node.forEach(child -> collect(child, texts));
    }
}
