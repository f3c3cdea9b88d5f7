package dev.danamemory.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.FieldFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsOfRequestsTest {
    private final Faults faults = new Faults();

    private Fields request(String json) {
        return Fields.ofRequest(JsonReader.strict().read(json), Place.root(), faults)
                .orElseThrow();
    }

    private void assertFault(String field, String problem) {
        assertThat(faults.found()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.problem()).contains(problem);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "1", "\"{}\""})
    void onlyAnObjectHasFields(String json) {
        assertThat(Fields.ofRequest(JsonReader.strict().read(json), Place.root(), faults))
                .isEmpty();
        assertFault("", "must be an object");
    }

    @Test
    void inARequestNullIsAbsent() {
        Fields in = request("{\"a\":null}");
        assertThat(in.text("a", 9)).isNull();
        assertThat(in.whole("a", 0, 9)).isNull();
        assertThat(in.object("a", 9)).isNull();
        assertThat(in.flag("a")).isNull();
        assertThat(in.objects("a")).isEmpty();
        assertThat(in.value("a")).isNull();
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void aRequiredFieldIsMissedOnce() {
        assertThat(request("{}").requiredText("a", 9)).isEmpty();
        assertThat(request("{\"b\":null}").requiredShortText("b", 9)).isEmpty();
        assertThat(request("{}").requiredWhole("c", 3, 9)).isEqualTo(3);
        assertThat(request("{}").requiredValue("d").isNull()).isTrue();
        assertThat(faults.found())
                .extracting(FieldFault::field, FieldFault::problem)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a", "is required"),
                        org.assertj.core.groups.Tuple.tuple("b", "is required"),
                        org.assertj.core.groups.Tuple.tuple("c", "is required"),
                        org.assertj.core.groups.Tuple.tuple("d", "is required"));
    }

    @Test
    void aRequiredFieldOfAWrongTypeIsNotMissedToo() {
        request("{\"a\":5}").requiredText("a", 9);
        assertFault("a", "must be a string, not a number");
    }

    @Test
    void everyReadingOfARequestRefusesHalfASurrogatePair() {
        Fields in = request("{\"a\":\"\\ud83d\",\"b\":[{\"c\":\"\\udc4b\"}]}");
        assertThat(in.text("a", 9)).isNull();
        assertThat(in.requiredValue("a").isTextual()).isFalse();
        assertThat(in.objects("b")).isEmpty();
        assertThat(faults.found()).extracting(FieldFault::field).containsExactly("a", "a", "b[0].c");
    }
}
