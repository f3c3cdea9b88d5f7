package dev.danamemory.dana;

import static dev.danamemory.dana.Samples.faults;
import static dev.danamemory.dana.Samples.fileWith;
import static dev.danamemory.dana.Samples.read;
import static dev.danamemory.dana.Samples.turn;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.json.JsonSyntaxException;
import dev.danamemory.model.FieldFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DanaFileValueRefusalTest {
    private static void assertRefused(String file, String field, String problem) {
        assertThat(faults(file)).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.problem()).contains(problem);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "-#", "0.#", "1e#", "#e1"})
    void aNumberOfMoreThanAThousandDigitsIsNamed(String form) {
        int other = (int) form.chars().filter(Character::isDigit).count();
        String most = form.replace("#", "7".repeat(1_000 - other));
        assertThat(faults(fileWith("\"n\":" + most))).isEmpty();
        String tooMany = form.replace("#", "7".repeat(1_001 - other));
        assertRefused(fileWith("\"n\":{\"m\":" + tooMany + "}"), "history[0].n.m", "1,000 digits");
    }

    @Test
    void nestingEndsAtSixtyFour() {
        String deepest = "[".repeat(63) + "]".repeat(63);
        assertThat(faults("{\"history\":[],\"x\":" + deepest + "}")).isEmpty();
        assertThatThrownBy(() -> read("{\"history\":[],\"x\":[" + deepest + "]}"))
                .isInstanceOf(JsonSyntaxException.class)
                .hasMessageContaining("64");
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        assertThat(DanaFileCodec.read("\uFEFF{\"history\":[]}".getBytes(UTF_8), "c")
                        .turns())
                .isEmpty();
    }

    @Test
    void limitsAreThoseOfTheApi() {
        String text = "é".repeat(128 * 1024);
        String file = fileWith("").replace("\"in\"", "\"" + text + "\"");
        assertThat(faults(file)).isEmpty();
        assertRefused(file.replace(text, text + "a"), "history[0].user_input", "262,144 bytes");
        String large = "{\"k\":\"" + "x".repeat(16 * 1024 - 8) + "\"}";
        assertThat(faults("{\"history\":[" + turn("").replace("{}", large) + "],\"metadata\":" + large + "}"))
                .isEmpty();
        String tooLarge = large.replace("\"}", "x\"}");
        assertRefused(
                "{\"history\":[" + turn("").replace("{}", tooLarge) + "]}", "history[0].metadata", "16,384 bytes");
        assertRefused("{\"history\":[],\"metadata\":" + tooLarge + "}", "metadata", "16,384 bytes");
    }

    @Test
    void ofManyFaultsTwentyAreNamedAndNoValue() {
        StringBuilder file = new StringBuilder("{\"history\":[");
        for (int i = 0; i < 30; i++) {
            file.append(i == 0 ? "" : ",").append("{\"user_input\":5,\"secret\":\"secret\",\"timestamp\":\"secret\"}");
        }
        assertThat(faults(file.append("]}").toString()))
                .hasSize(20)
                .extracting(FieldFault::problem)
                .noneMatch(problem -> problem.contains("secret"));
    }
}
