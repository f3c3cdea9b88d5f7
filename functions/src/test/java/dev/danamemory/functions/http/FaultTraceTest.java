package dev.danamemory.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FaultTraceTest {
    @Test
    void tellsWhereAFaultCameFromWithoutItsMessages() {
        Exception fault = new IllegalStateException("zebra", new IllegalArgumentException("secret"));

        assertThat(FaultTrace.of(fault))
                .startsWith("java.lang.IllegalStateException at ")
                .contains(" caused by java.lang.IllegalArgumentException at ")
                .contains("FaultTraceTest.tellsWhereAFaultCameFromWithoutItsMessages")
                .doesNotContain("zebra", "secret", "\n");
    }

    @Test
    void isShortHoweverDeepTheFault() {
        Exception fault = IntStream.range(0, 100)
                .boxed()
                .reduce(new IllegalStateException(), (cause, i) -> new IllegalStateException(cause), (a, b) -> b);

        assertThat(FaultTrace.of(fault).split(" caused by ", -1))
                .hasSize(5)
                .allSatisfy(one -> assertThat(one.split(" at ", -1)).hasSizeLessThanOrEqualTo(13));
    }
}
