package dev.danamemory.functions.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.amazonaws.services.lambda.runtime.Context;
import java.lang.reflect.Proxy;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class CallTest {
    private static Context lambda(int remaining) {
        return (Context) Proxy.newProxyInstance(
                CallTest.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getAwsRequestId" -> "id";
                    case "getFunctionName" -> "chat-1";
                    default -> remaining;
                });
    }

    @Test
    void endsHalfASecondBeforeTheFunctionDoes() {
        Call call = Call.of(lambda(10_000));
        assertThat(call.requestId()).isEqualTo("id");
        assertThat(call.function()).isEqualTo("chat-1");
        assertThat(call.deadline().left()).isBetween(Duration.ofSeconds(5), Duration.ofMillis(9_500));
    }

    @Test
    void endsBeforeApiGatewayGivesUp() {
        assertThat(Call.of(lambda(900_000)).deadline().left()).isLessThanOrEqualTo(Duration.ofSeconds(29));
        assertThat(Call.of("x").deadline().left()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(29));
        assertThat(Call.of("x").function()).isEmpty();
    }

    @Test
    void isOverAtOnceWhenNoTimeIsLeft() {
        assertThat(Call.of(lambda(100)).deadline().hasPassed()).isTrue();
    }
}
