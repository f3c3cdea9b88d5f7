package dev.danamemory.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JtokkitTokenCounterTest {
    private static final JtokkitTokenCounter COUNTER = new JtokkitTokenCounter();

    @Test
    void namesItsTokenizer() {
        assertThat(COUNTER.name()).isEqualTo("o200k_base");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "Hello world, 2", "'hello, world!', 4", "<|endoftext|>, 7", "蛋糕, 2"})
    void countsAsTheModelsDo(String text, int tokens) {
        assertThat(COUNTER.count(text)).isEqualTo(tokens);
    }

    @Test
    void takesHalfASurrogatePair() {
        assertThat(COUNTER.count("x\ud83c")).isPositive();
    }

    /** Runs without a blank, at the size of the longest side of a turn, on which merging pair by pair is quadratic. */
    @ParameterizedTest
    @CsvSource({"a, 262144, 32768", "🎂, 65536, 131072", "-, 262144, 4096", "7, 262144, 87382", "蛋糕, 43690, 87380"})
    void longRunsAreCountedToo(String one, int times, int tokens) {
        assertThat(COUNTER.count(one.repeat(times))).isEqualTo(tokens);
    }

    @Test
    void severalThreadsMayAskAtOnceAndFirst() throws Exception {
        JtokkitTokenCounter fresh = new JtokkitTokenCounter();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Integer>> counts = IntStream.range(0, 32)
                    .mapToObj(i -> threads.submit(() -> fresh.count("the quick brown fox ".repeat(50))))
                    .toList();
            for (Future<Integer> count : counts) {
                assertThat(count.get()).isEqualTo(COUNTER.count("the quick brown fox ".repeat(50)));
            }
        }
    }
}
