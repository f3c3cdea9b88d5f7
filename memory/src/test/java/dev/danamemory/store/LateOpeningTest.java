package dev.danamemory.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Archives and downloads that are opened late: every method of theirs reaches what was opened, and none opens too soon. */
class LateOpeningTest {
    private final List<Method> calls = new ArrayList<>();
    private int opened;

    static Stream<Arguments> methods() {
        return Stream.of(TurnArchive.class, Downloads.class)
                .flatMap(type -> Arrays.stream(type.getMethods()).map(method -> Arguments.of(type, method)));
    }

    private <T> Supplier<T> opening(Class<T> type) {
        T noting = type.cast(Proxy.newProxyInstance(
                LateOpeningTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.add(method);
                    return method.getReturnType() == type ? proxy : harmless(method.getReturnType());
                }));
        return () -> {
            opened++;
            return noting;
        };
    }

    private Object late(Class<?> type) {
        return type == Downloads.class
                ? new LateDownloads(opening(Downloads.class))
                : new LateArchive(opening(TurnArchive.class));
    }

    private static Object harmless(Class<?> type) {
        if (type == boolean.class) {
            return true;
        }
        return type == long.class ? 7L : null;
    }

    private static Object call(Method method, Object on) {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(LateOpeningTest::harmless)
                .toArray();
        try {
            return method.invoke(on, arguments);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(method.getName(), e);
        }
    }

    @ParameterizedTest
    @MethodSource("methods")
    void everyMethodReachesWhatWasOpened(Class<?> type, Method method) {
        Object answer = call(method, late(type));

        if (method.getReturnType() == type) {
            assertThat(opened).as("opened by being limited").isZero();
        } else {
            assertThat(calls).containsExactly(method);
            assertThat(answer).isEqualTo(harmless(method.getReturnType()));
        }
    }

    @Test
    void whatIsLimitedIsLimitedWhenItIsOpened() {
        ((TurnArchive) late(TurnArchive.class))
                .within(new Meter(), Deadline.in(Duration.ofMinutes(1)))
                .sweep(null, 3);
        ((Downloads) late(Downloads.class))
                .within(new Meter(), Deadline.in(Duration.ofMinutes(1)))
                .removeOutdated();

        assertThat(calls).extracting(Method::getName).containsExactly("within", "sweep", "within", "removeOutdated");
    }
}
