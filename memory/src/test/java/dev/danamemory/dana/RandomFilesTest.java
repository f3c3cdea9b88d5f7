package dev.danamemory.dana;

import static dev.danamemory.dana.Samples.KEY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonSyntaxException;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RandomFilesTest {
    @RepeatedTest(300)
    void anyFileIsGivenBack(RepetitionInfo round) {
        long seed = round.getCurrentRepetition();
        try {
            JsonNode imported = JsonReader.strict().read(JsonWriter.bytes(new RandomFile(seed).file()));
            DanaFile file = DanaFileCodec.read(imported, KEY.conversationId());
            byte[] exported = JsonWriter.bytes(DanaFileCodec.write(file, KEY, null));
            GivenBack.assertSame(imported, JsonReader.strict().read(exported));
            DanaFile again = DanaFileCodec.read(exported, KEY.conversationId());
            assertThat(again.turns()).isEqualTo(file.turns());
            assertThat(again.more()).isEqualTo(file.more());
            assertThat(JsonWriter.bytes(DanaFileCodec.write(again, KEY, null))).isEqualTo(exported);
        } catch (AssertionError | RuntimeException failure) {
            throw new AssertionError("seed " + seed, failure);
        }
    }

    @RepeatedTest(100)
    void anyTurnAndSummaryIsStored(RepetitionInfo round) {
        long seed = round.getCurrentRepetition();
        DanaFile file = DanaFileCodec.read(new RandomFile(seed).file(), KEY.conversationId());
        for (Turn turn : file.turns()) {
            byte[] stored = JsonWriter.bytes(TurnJson.stored(turn));
            assertThat(TurnJson.fromStored(JsonReader.stored().read(stored)))
                    .as("seed %d", seed)
                    .isEqualTo(turn);
            assertThat(stored.length).isLessThanOrEqualTo(JsonWriter.bytes(TurnJson.file(turn)).length);
        }
        for (Summary summary : file.summaries()) {
            assertThat(SummaryJson.fromStored(SummaryJson.stored(summary)))
                    .as("seed %d", seed)
                    .isEqualTo(summary);
        }
    }

    @Test
    void damagedFilesAreReadOrRefused() {
        long seed = 20260101;
        Random random = new Random(seed);
        int refused = 0;
        for (int round = 0; round < 5_000; round++) {
            byte[] whole = round % 2 == 0
                    ? Samples.bytes(Samples.MEMORY_FILES.get(random.nextInt(Samples.MEMORY_FILES.size())))
                    : JsonWriter.bytes(new RandomFile(random.nextInt(300)).file());
            byte[] damaged = damage(whole, random);
            try {
                DanaFile file = DanaFileCodec.read(damaged, "c-1");
                assertThat(JsonWriter.bytes(DanaFileCodec.write(file, KEY, null)))
                        .isNotEmpty();
            } catch (JsonSyntaxException | InvalidInputException said) {
                refused++;
                assertThat(said.getMessage())
                        .as("seed %d, round %d", seed, round)
                        .isNotBlank();
            } catch (RuntimeException other) {
                throw new AssertionError("seed " + seed + ", round " + round, other);
            }
        }
        assertThat(refused).isBetween(1_000, 4_999);
    }

    private static byte[] damage(byte[] whole, Random random) {
        if (random.nextInt(4) == 0) {
            return Arrays.copyOf(whole, random.nextInt(whole.length));
        }
        byte[] damaged = whole.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(damaged.length);
            switch (random.nextInt(3)) {
                case 0 -> damaged[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> damaged[at] = (byte) "{}[]\",:0123456789.eE-ntf\\u".charAt(random.nextInt(26));
                default -> System.arraycopy(damaged, at, damaged, random.nextInt(at + 1), damaged.length - at);
            }
        }
        return damaged;
    }
}
