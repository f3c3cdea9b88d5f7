package dev.danamemory.blob;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPartTest {
    private static final List<String> PIECES = List.of(
            "a", "z", "A", "Z", "0", "-", "_", ".", "..", "/", "\\", "%", "%2e", "=", " ", "\u0000", "é", "e\u0301",
            "ß", "😀", "生", "con", "|", "~");

    @ParameterizedTest
    @CsvSource({
        "alice, alice",
        "Alice, %41lice",
        ".., %2e%2e",
        "a/b, a%2fb",
        "a%2fb, a%252fb",
        "x_y-9, x_y-9",
        "é, %c3%a9",
        "=, %3d"
    })
    void keepsPlainCharactersAndWritesAllOtherBytesInHex(String name, String part) {
        assertThat(KeyPart.of(name)).isEqualTo(part);
    }

    @Test
    void aLongNameIsItsBeginningAndItsHash() throws Exception {
        String name = "😀".repeat(256);
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        assertThat(KeyPart.of(name)).isEqualTo("%f0%9f%98%80%f0%9f%98%80%f0%9f" + "=" + hash);
        assertThat(KeyPart.of("a".repeat(100))).isEqualTo("a".repeat(100));
        assertThat(KeyPart.of("a".repeat(101))).startsWith("a".repeat(30) + "=").hasSize(95);
    }

    @Test
    void differentNamesStayDifferentOnDisksThatIgnoreCase() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Map<String, String> names = new HashMap<>();
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            for (int n = 1 + random.nextInt(60); n > 0; n--) {
                name.append(PIECES.get(random.nextInt(PIECES.size())));
            }
            String part = KeyPart.of(name.toString());
            assertThat(part).as("seed %d", seed).matches("[a-z0-9_%=-]{1,100}");
            assertThat(KeyPart.name(part)).isEqualTo(part.contains("=") ? null : name.toString());
            String other = names.put(part, name.toString());
            assertThat(other == null || other.contentEquals(name))
                    .as("seed %d", seed)
                    .isTrue();
        }
    }
}
