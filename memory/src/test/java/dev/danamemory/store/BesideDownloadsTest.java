package dev.danamemory.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.UserId;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What archive and upkeep hand on to downloads, and in what order. */
class BesideDownloadsTest {
    private static final ConversationKey KEY = new ConversationKey(new UserId("alice"), "chat");
    private static final ConversationHeader HEADER = new ConversationHeader(
            KEY,
            null,
            null,
            null,
            ConversationStatus.ACTIVE,
            70,
            "60-abcdefgh",
            "birth",
            "2026-11-22",
            "2026-11-22",
            1,
            3,
            1,
            0,
            JsonNodeFactory.instance.objectNode());

    private final List<String> calls = new ArrayList<>();

    /** Notes what is called, and answers by the method's name. */
    private <T> T noting(Class<T> type, Map<String, Object> answers) {
        return type.cast(Proxy.newProxyInstance(
                BesideDownloadsTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    if (method.getName().equals("within")) {
                        return proxy;
                    }
                    long number = arguments == null
                            ? 0
                            : Arrays.stream(arguments)
                                    .filter(Long.class::isInstance)
                                    .map(Long.class::cast)
                                    .findFirst()
                                    .orElse(0L);
                    calls.add(type.getSimpleName() + " " + method.getName() + " " + number);
                    return answers.get(method.getName());
                }));
    }

    private TurnArchive archive(boolean areDownloadsSwept) {
        return new ArchiveWithDownloads(
                        noting(TurnArchive.class, Map.of("sweep", 5L, "redact", true)),
                        noting(Downloads.class, Map.of("sweep", areDownloadsSwept)))
                .within(new Meter(), Deadline.in(Duration.ofSeconds(1)));
    }

    @Test
    void whatCanBeFetchedGoesFirst() {
        assertThat(archive(true).sweep(KEY, 60)).isEqualTo(5);
        assertThat(calls).containsExactly("Downloads sweep 60", "TurnArchive sweep 60");
    }

    @Test
    void whenTimeRunsOutItIsNotDone() {
        assertThat(archive(false).sweep(KEY, 60)).isEqualTo(-1);
        assertThat(calls).containsExactly("Downloads sweep 60");
    }

    @Test
    void aRedactionTakesAllThatIsOlder() {
        assertThat(archive(true).redact(HEADER, 2)).isTrue();
        assertThat(calls).containsExactly("TurnArchive redact 2", "TurnArchive redacted 0", "Downloads sweep 69");
        calls.clear();
        archive(true).redacted(HEADER);
        assertThat(calls).containsExactly("TurnArchive redacted 0", "Downloads sweep 69");
    }

    @Test
    void oldVersionsOfBothGo() {
        archive(true).forgetVersions(KEY);
        assertThat(calls).containsExactly("TurnArchive forgetVersions 0", "Downloads forgetVersions 0");
    }

    @ParameterizedTest
    @CsvSource({"true, true, true", "true, false, false", "false, true, false"})
    void aSweepIsDoneWhenBothAre(boolean isStoreDone, boolean areDownloadsDone, boolean isDone) {
        StoreUpkeep upkeep = new UpkeepWithDownloads(
                        noting(StoreUpkeep.class, Map.of("sweep", new SweepRun(3, 1, isStoreDone))),
                        noting(Downloads.class, Map.of("removeOutdated", areDownloadsDone)))
                .within(new Meter(), Deadline.in(Duration.ofSeconds(1)));
        assertThat(upkeep.sweep()).isEqualTo(new SweepRun(3, 1, isDone));
        assertThat(calls).containsExactly("StoreUpkeep sweep 0", "Downloads removeOutdated 0");
    }
}
