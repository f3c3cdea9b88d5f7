package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.store.contract.Samples;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackingTest {
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    @Test
    void whatIsUnpackedIsWhatWasPacked() {
        for (int bytes = 0; bytes < 3_000; bytes += 37) {
            for (String text : new String[] {SeededTurns.talk(random, bytes), SeededTurns.noise(random, bytes)}) {
                JsonNode json = Samples.none().put("user_input", text).put("n", 3);
                byte[] packed = Packing.pack(json);
                assertThat(CanonicalJson.equal(Packing.unpack(packed), json))
                        .as("seed %d", seed)
                        .isTrue();
                assertThat(packed.length).isLessThanOrEqualTo(JsonWriter.bytes(json).length);
            }
        }
    }

    @Test
    void numbersAreKeptAsTheyWereWritten() {
        String json = "{\"n\":[1.50,1E400,-0,123456789012345678901234567890.000],\"long\":" + "7".repeat(1_000) + "}";
        JsonNode unpacked = Packing.unpack(Packing.pack(JsonReader.strict().read(json)));
        assertThat(JsonWriter.text(unpacked)).isEqualTo(json);
    }

    @Test
    void talkGetsMuchShorter() {
        JsonNode json = Samples.none().put("user_input", SeededTurns.talk(random, 1_000));
        assertThat(Packing.pack(json).length).as("seed %d", seed).isLessThan(700);
    }

    /** A cut is noticed wherever it is. */
    @Test
    void whatIsCutIsDamage() {
        byte[] packed = Packing.pack(Samples.none().put("user_input", SeededTurns.talk(random, 400)));
        for (int length = 0; length < packed.length; length++) {
            byte[] cut = Arrays.copyOf(packed, length);
            assertThatThrownBy(() -> Packing.unpack(cut))
                    .as("%d bytes, seed %d", cut.length, seed)
                    .isInstanceOf(RuntimeException.class);
        }
        byte[] longer = Arrays.copyOf(packed, packed.length + 1);
        assertThatThrownBy(() -> Packing.unpack(longer)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void piecesAddUp() {
        byte[] bytes = new byte[1_003];
        random.nextBytes(bytes);
        byte[] joined = new byte[0];
        for (int n = 0; n <= 10; n++) {
            byte[] piece = Packing.piece(bytes, n, 100);
            byte[] longer = Arrays.copyOf(joined, joined.length + piece.length);
            System.arraycopy(piece, 0, longer, joined.length, piece.length);
            joined = longer;
        }
        assertThat(joined).isEqualTo(bytes);
        assertThat(Packing.piece(bytes, 11, 100)).isEmpty();
    }
}
