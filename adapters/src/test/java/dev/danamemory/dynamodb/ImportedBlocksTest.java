package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Import;
import dev.danamemory.store.Meter;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.ProcessDied;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Files: the older turns share items, what broke off is not in the way. */
class ImportedBlocksTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private Bench bench;
    private ConversationKey key;

    @BeforeEach
    void open() {
        System.out.println("seed " + seed);
        bench = new Bench(new MemorySpec());
        key = bench.key();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    /** A file of 4 MiB may have tens of thousands of turns; one item each would take a partition a minute. */
    @Test
    void manySmallTurnsAreFewItems() {
        DanaFile file = Samples.file(1, 2_000);
        Script script = Script.recording();
        bench.store(script).importFile(key, Samples.request(file));
        assertThat(script.writes()).hasSizeLessThan(60);
        assertThat(bench.observe(key).turns()).isEqualTo(file.turns());
    }

    @Test
    void pagesOfAnyLengthGoThroughBlocksAndTurnsBehindThem() {
        List<Turn> all = new ArrayList<>(imported(1, 400).turns());
        for (int n = 0; n < 30; n++) {
            all.add(bench.append(key, "more " + n));
        }
        for (int n = 0; n < 60; n++) {
            int from = random.nextInt(all.size());
            int limit = 1 + random.nextInt(150);
            List<Turn> forwards = page(new PageRequest.After(from, limit, Long.MAX_VALUE));
            assertThat(forwards).as("seed %d", seed).isEqualTo(all.subList(from, Math.min(all.size(), from + limit)));
            List<Turn> backwards = page(new PageRequest.Before(from + 1, limit, Long.MAX_VALUE));
            assertThat(backwards).as("seed %d", seed).isEqualTo(all.subList(Math.max(0, from - limit), from));
            assertThat(bench.store().turn(key, new TurnRef.ByNumber(from + 1L))).contains(all.get(from));
            assertThat(bench.store().newest(bench.load(key), limit))
                    .isEqualTo(all.subList(all.size() - Math.min(limit, all.size()), all.size()));
        }
    }

    private List<Turn> page(PageRequest request) {
        return bench.store().turns(key, request).orElseThrow().turns();
    }

    @Test
    void aTurnInABlockIsRedactedAlone() {
        DanaFile file = imported(101, 300);
        assertThat(bench.store().redact(key, new TurnRef.ByNumber(150), Samples.counting()))
                .isPresent();
        List<Turn> expected = new ArrayList<>(file.turns());
        expected.set(49, expected.get(49).redacted());
        assertThat(bench.observe(key).turns()).isEqualTo(expected);
        assertThat(bench.space().objects()).noneMatch(object -> object.contains("input 150\""));
    }

    /** Delivered once more after a redaction, the first write of a block must not bring the text back. */
    @Test
    void aBlockThatIsDeliveredAgainDoesNotUndoARedaction() {
        Script script = Script.recording();
        DanaFile file = Samples.file(1, 100);
        bench.store(script).importFile(key, Samples.request(file));
        bench.store().redact(key, new TurnRef.ByNumber(5), Samples.counting());
        script.redeliver();
        assertThat(bench.observe(key).turns().get(4))
                .isEqualTo(file.turns().get(4).redacted());
    }

    /** Its epoch sorts behind that of the conversation which was made then. */
    @Test
    void whatAnImportLeftIsNotTakenForTheConversation() {
        Script death = Script.at(8, Script.Side.BEFORE, Script.die());
        assertThatThrownBy(() -> bench.store(death).importFile(key, Samples.request(Samples.file(1, 60))))
                .isInstanceOf(ProcessDied.class);
        bench.clock().advance(Duration.ofDays(-1));
        bench.create(key);
        bench.appendAll(bench.load(key), 30);
        assertThat(bench.observe(key).turns()).hasSize(30);
        assertThat(bench.space().objects()).anyMatch(object -> object.contains("input 3"));
        Meter meter = new Meter();
        assertThat(bench.store()
                        .within(meter, Deadline.in(Duration.ofMinutes(1)))
                        .load(key, 20)
                        .orElseThrow()
                        .turns())
                .hasSizeBetween(20, 21);
        assertThat(meter.use().reads()).isLessThanOrEqualTo(3);
    }

    @Test
    void whatWasUploadedInVainIsTakenBack() {
        Script stop = Script.at(12, Script.Side.BEFORE, () -> bench.create(key));
        assertThat(bench.store(stop).importFile(key, Samples.request(Samples.file(1, 60))))
                .isInstanceOf(Import.Taken.class);
        assertThat(bench.space().objects()).noneMatch(object -> object.contains("input "));
        assertThat(bench.observe(key).turns()).isEmpty();
    }

    /** A file may have keys that nobody knows, megabytes of them. */
    @Test
    void unknownKeysOfAnySizeComeBack() {
        Map<String, JsonNode> more = Map.of(
                "large", Samples.none().put("text", SeededTurns.noise(random, 1_000_000)),
                "small", Samples.json("{'n': 1.50}"));
        DanaFile file = Samples.with(Samples.file(1, 3), more);
        bench.imported(key, file);
        assertThat(bench.store().export(key).orElseThrow().more().equals(more))
                .as("unknown keys, seed %d", seed)
                .isTrue();
    }

    private DanaFile imported(long first, long last) {
        DanaFile file = Samples.file(first, last);
        bench.imported(key, file);
        return file;
    }
}
