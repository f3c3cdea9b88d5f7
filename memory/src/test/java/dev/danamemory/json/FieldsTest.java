package dev.danamemory.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.model.FieldFault;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsTest {
    private final Faults faults = new Faults();

    private Fields request(String json) {
        return Fields.ofRequest(JsonReader.strict().read(json), Place.root(), faults)
                .orElseThrow();
    }

    private Fields file(String json) {
        return Fields.ofFile(JsonReader.strict().read(json), Place.root().field("f"), faults)
                .orElseThrow();
    }

    private Fields stored(String json) {
        return Fields.ofStored(JsonReader.strict().read(json), Place.root(), faults)
                .orElseThrow();
    }

    private void assertFault(String field, String problem) {
        assertThat(faults.found()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.problem()).contains(problem);
        });
    }

    @Test
    void inAFileNullIsAValue() {
        assertThat(file("{\"a\":null}").text("a", 9)).isNull();
        assertFault("f.a", "must be a string, not null");
        JsonNode value = file("{\"a\":null}").value("a");
        assertThat(value != null && value.isNull()).isTrue();
        assertThat(file("{\"a\":null}").nullable().text("a", 9)).isNull();
        assertThat(faults.found()).hasSize(1);
    }

    @Test
    void aTextIsMeasuredInBytesOfUtf8() {
        assertThat(request("{\"a\":\"éé\"}").text("a", 4)).isEqualTo("éé");
        assertThat(request("{\"a\":\"\"}").text("a", 4)).isEmpty();
        assertThat(faults.isEmpty()).isTrue();
        assertThat(request("{\"a\":\"ééé\"}").text("a", 5)).isNull();
        assertFault("a", "at most 5 bytes");
    }

    @Test
    void aShortTextIsMeasuredInCodePoints() {
        assertThat(request("{\"a\":\"👋👋\"}").shortText("a", 2)).isEqualTo("👋👋");
        assertThat(faults.isEmpty()).isTrue();
        request("{\"a\":\"👋👋👋\"}").shortText("a", 2);
        request("{\"a\":\"\"}").shortText("a", 2);
        assertThat(faults.found())
                .hasSize(2)
                .allSatisfy(fault -> assertThat(fault.problem()).isEqualTo("must have 1 to 2 characters"));
    }

    @ParameterizedTest
    @CsvSource({"5,5", "5.0,5", "0.5e1,5", "-3,-3", "9,9"})
    void aWholeNumberHoweverItIsWritten(String written, long value) {
        assertThat(request("{\"a\":" + written + "}").whole("a", -3, 9)).isEqualTo(value);
        assertThat(faults.isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"10", "-4", "1.5", "1e400", "\"5\"", "true", "[]", "{}", "1e99999999999", "9223372036854775808"})
    void anythingElseIsNone(String written) {
        assertThat(request("{\"a\":" + written + "}").whole("a", -3, 9)).isNull();
        assertFault("a", "must be a whole number from -3 to 9");
    }

    @Test
    void readsIdsTimestampsAndFlags() {
        Fields in = request("{\"id\":\"a-1\",\"t\":\"2026-11-22\",\"yes\":true}");
        assertThat(in.id("id")).isEqualTo("a-1");
        assertThat(in.timestamp("t")).isEqualTo("2026-11-22");
        assertThat(in.flag("yes")).isTrue();
        assertThat(faults.isEmpty()).isTrue();
        Fields wrong = request("{\"id\":\"a/1\",\"t\":\"yesterday\",\"yes\":\"true\"}");
        assertThat(wrong.id("id")).isNull();
        assertThat(wrong.timestamp("t")).isNull();
        assertThat(wrong.flag("yes")).isNull();
        assertThat(faults.found()).extracting(FieldFault::field).containsExactly("id", "t", "yes");
        assertThat(faults.found()).extracting(FieldFault::problem).noneMatch(problem -> problem.contains("yesterday"));
    }

    @Test
    void anObjectIsMeasuredAsCompactJson() {
        assertThat(request("{\"a\": { \"b\" : \"👋\" } }").object("a", 12)).hasSize(1);
        assertThat(faults.isEmpty()).isTrue();
        request("{\"a\":{\"b\":\"👋\"}}").object("a", 11);
        assertFault("a", "at most 11 bytes of compact JSON");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"x\":[\"\\ud83d\"]} | a.x[0]", "{\"\\ud83d\":1} | a[\"\\ud83d\"]", "{\"n\":1e#} | a.n"})
    void aRequestsValuesAreLookedThrough(String value, String place) {
        String json = "{\"a\":" + value.replace("#", "1".repeat(1_000)) + "}";
        assertThat(request(json).object("a", 9_999)).isNull();
        assertFault(place, "");
    }

    @Test
    void objectsOfAnArrayKnowTheirPlace() {
        assertThat(request("{\"s\":[{\"x\":1},5,{\"x\":\"no\"}]}").objects("s"))
                .hasSize(2)
                .last()
                .satisfies(in -> assertThat(in.whole("x", 0, 9)).isNull());
        assertThat(faults.found()).extracting(FieldFault::field).containsExactly("s[1]", "s[2].x");
    }

    @Test
    void moreIsWhatAFileHasBesides() {
        String json = "{\"z\":null,\"known\":1,\"a\":1.50}";
        assertThat(file(json).more(Set.of("known")))
                .containsOnlyKeys("z", "a")
                .satisfies(more -> assertThat(more.keySet()).containsExactly("z", "a"));
        assertThat(request(json).more(Set.of("known"))).isEmpty();
        assertThat(file("{}").more(Set.of())).isEqualTo(Map.of());
    }

    @Test
    void whatWasStoredIsNotMeasuredAgain() {
        Fields in = stored("{\"a\":\"long\",\"n\":7,\"id\":\"a/b\",\"t\":\"once\",\"o\":{\"x\":1}}");
        assertThat(in.text("a", 1)).isEqualTo("long");
        assertThat(in.shortText("a", 1)).isEqualTo("long");
        assertThat(in.whole("n", 0, 1)).isEqualTo(7);
        assertThat(in.id("id")).isEqualTo("a/b");
        assertThat(in.timestamp("t")).isEqualTo("once");
        assertThat(in.object("o", 1)).hasSize(1);
        assertThat(in.isLimited()).isFalse();
        assertThat(faults.isEmpty()).isTrue();
    }

    @Test
    void whatWasStoredKeepsItsTypes() {
        Fields in = stored("{\"a\":5,\"n\":1.5}");
        for (BiFunction<Fields, String, Object> reading : java.util.List.<BiFunction<Fields, String, Object>>of(
                (fields, name) -> fields.text(name, 1), Fields::id, Fields::timestamp, Fields::flag)) {
            assertThat(reading.apply(in, "a")).isNull();
        }
        assertThat(in.whole("n", 0, 1)).isNull();
        assertThat(faults.found()).hasSize(5);
    }
}
