package dev.danamemory.summary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.model.Unicode;
import dev.danamemory.search.SampleTurns;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesSummariserTest {
    private final Summariser summariser = new RulesSummariser();

    private static Turn turn(String input, String response) {
        return SampleTurns.turn(1, input, response);
    }

    private static Turn on(String timestamp, Turn turn) {
        return new Turn(
                turn.turnId(),
                turn.turnNumber(),
                turn.userInput(),
                turn.agentResponse(),
                timestamp,
                turn.metadata(),
                turn.status(),
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    @Test
    void saysWhoSaidWhatAndWhen() {
        String small = "Well, that is how it is with these things, one never knows. ";
        String summary = summariser.summarise(List.of(
                on("2026-11-20T09:00:00Z", turn(small + "The oven broke on Monday.", "I see. Ms Rossi repairs ovens.")),
                on("2026-11-21T09:00:00Z", turn("Ms Rossi wants 80 euros.", small + small))));
        assertThat(summary)
                .startsWith("[2026-11-20] User: ")
                .contains("The oven broke on Monday. Assistant: Ms Rossi repairs ovens. [2026-11-21] User: Ms Rossi"
                        + " wants 80 euros.");
    }

    @Test
    void keepsWhatWasDecidedAndLeavesOutPoliteness() {
        String summary = summariser.summarise(Dialogues.kitchen());
        assertThat(summary)
                .contains("we decided to take Marco")
                .contains("I am allergic to nickel")
                .contains("011 555 0199")
                .doesNotContain("How are you")
                .doesNotContain("You are very welcome");
        assertThat(Unicode.codePoints(summary)).isBetween(600, RulesSummariser.LONGEST);
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(summariser.summarise(Dialogues.kitchen()))
                .isEqualTo(new RulesSummariser().summarise(Dialogues.kitchen()));
    }

    @ParameterizedTest
    @EnumSource(value = TurnStatus.class, names = "COMPLETE", mode = EnumSource.Mode.EXCLUDE)
    void failedAndRedactedTurnsSayNothing(TurnStatus status) {
        Turn silent = SampleTurns.turn(1, "Confidential: the PIN is 4711.", "Confidential indeed.", status, List.of());
        assertThat(summariser.summarise(List.of(silent))).isEmpty();
        assertThat(summariser.summarise(List.of(silent, turn("The oven is a Smeg.", "Noted."))))
                .contains("Smeg")
                .doesNotContain("4711")
                .doesNotContain("Confidential");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t\u3000\u00a0\u2028", "\u0000\u001b\r"})
    void whereNothingIsSaidNothingIsTold(String blank) {
        assertThat(summariser.summarise(List.of(turn(blank, "")))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"hi, ''", "👍, ''", "'', ok", "'hm', '…'", "Ann, Hi Ann!"})
    void theShortestTalkIsToldInNoMoreThanItsOwnLength(String input, String response) {
        String summary = summariser.summarise(List.of(turn(input, response)));
        assertThat(summary).isNotEmpty();
        assertThat(Unicode.codePoints(summary)).isLessThanOrEqualTo(Unicode.codePoints(input + response));
    }

    @Test
    void isOneLine() {
        String summary = summariser.summarise(
                List.of(turn("# Plan\r\n\r\n- buy\t\tpaint on Monday\u2028- call Ann\u0085", "ok\n\n")));
        assertThat(summary).contains("- buy paint on Monday").doesNotContainPattern("\\s\\s|[\\p{Cntrl}\u2028\u2029]");
    }

    @ParameterizedTest
    @CsvSource({
        "我们决定下周三去东京。, 电话是03-3205-1111。, 今天天气不错啊。",
        "来週の水曜日に東京へ行く予定です。, 予算は50000円です。, なるほどそうですか。",
        "Мы решили ехать в Турин 5 мая., Билет стоит 120 евро., Ну да конечно понятно.",
        "हम सोमवार 5 मई को मिलेंगे।, बजट 500 रुपये है।, यह तो अच्छी बात है।",
        "قررنا السفر يوم 5 مايو., السعر 120 يورو., هذا جميل جدا حقا.",
        "ผมเกิดวันที่ 5 พฤษภาคม 2530, เบอร์โทร 081-234-5678, ก็ดีนะครับ"
    })
    void anyScriptKeepsItsNumbers(String first, String second, String chatter) {
        List<Turn> turns = new ArrayList<>(Collections.nCopies(30, turn(chatter, chatter)));
        turns.add(11, turn(first, second));
        assertThat(summariser.summarise(turns)).contains(first).contains(second);
    }

    @Test
    void aTableDoesNotPushOutWhatIsSaid() {
        StringBuilder table = new StringBuilder();
        for (int row = 100; row < 160; row++) {
            table.append(row)
                    .append(' ')
                    .append(row * 7)
                    .append(' ')
                    .append(row * 13)
                    .append(" 0 1 2 3 4 5\n");
        }
        assertThat(summariser.summarise(List.of(
                        turn(table.toString(), "That is a lot."),
                        turn("Our landlord is Mr. Okafor and we signed until June.", "Noted."))))
                .contains("Our landlord is Mr. Okafor and we signed until June.");
    }

    @Test
    void whatIsSaidAgainAndAgainIsToldOnce() {
        List<Turn> turns = Collections.nCopies(50, turn("The oven in Turin broke on 5 May.", "The oven, I see."));
        assertThat(summariser.summarise(turns).split("Turin", -1)).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                ".",
                ". ",
                "A. ",
                "1. ",
                "Dr. ",
                "\n",
                "a\n",
                "e\u0301",
                "\u0301",
                "漢",
                "漢。",
                "ส",
                "👨‍👩‍👧",
                "🇧"
            })
    void theLargestTurnsCostNoMoreThanReadingThem(String unit) {
        String text = unit.repeat(256 * 1024 / unit.length());
        String summary = summariser.summarise(Collections.nCopies(100, turn(text, text)));
        assertThat(Unicode.codePoints(summary)).isLessThanOrEqualTo(RulesSummariser.LONGEST);
    }
}
