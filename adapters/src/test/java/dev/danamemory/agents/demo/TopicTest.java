package dev.danamemory.agents.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicTest {
    private static final Lexicon LEXICON = new Lexicon();

    private static List<Topic> topics(String question) {
        return Topic.of(question, Words.of(question), LEXICON);
    }

    private static Set<String> terms(String text) {
        return Words.of(text).stream().flatMap(Word::terms).collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "oven, The oven broke, 4",
        "oven, The ovenproof dish, 0",
        "oven, ovens, 0",
        "ΦΟΎΡΝΟΣ, ο φούρνος, 7",
        "生日蛋糕, 我们下周要做二十个生日蛋糕, 4",
        "生日蛋糕, 蛋糕, 0",
        "生日蛋糕, 我的生日, 0",
        "蛋糕店, 蛋糕, 2",
        "猫, 一只猫, 2",
        "猫, 一只狗, 0",
        "新款生日蛋糕价格变动通知, 生日蛋糕, 4",
    })
    void weighsWhatATextSaysOfIt(String topic, String text, int weight) {
        assertThat(topics(topic))
                .singleElement()
                .satisfies(found -> assertThat(found.weight(terms(text))).isEqualTo(weight));
    }

    @Test
    void namesATopicAsItWasWrittenAndOnce() {
        assertThat(topics("SOFIA or Sofia or sofia?")).extracting(Topic::label).containsExactly("SOFIA");
    }

    @Test
    void takesSoManyAndNoMore() {
        String question = IntStream.range(0, 1_000).mapToObj(i -> "w" + i).collect(Collectors.joining(" ")) + "?";
        assertThat(topics(question)).hasSize(64);
        String runs =
                Arrays.stream(question.split(" ")).map(word -> "蛋糕" + word).collect(Collectors.joining(" "));
        assertThat(topics(runs)).hasSizeBetween(60, 70);
    }
}
