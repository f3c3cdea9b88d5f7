package dev.danamemory.dana;

import static dev.danamemory.dana.Samples.json;
import static dev.danamemory.dana.Samples.readTurn;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import dev.danamemory.json.Place;
import dev.danamemory.model.Attachment;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentJsonTest {
    private static final String IMAGE = "{\"uri\":\"s3://b/k.png\",\"media_type\":\"image/png\"}";

    private final Faults faults = new Faults();

    private List<Attachment> request(String attachments) {
        return AttachmentJson.read(Fields.ofRequest(json("{\"attachments\":" + attachments + "}"), Place.root(), faults)
                .orElseThrow());
    }

    @Test
    void readsWhatItKnows() {
        String sha = "0aF9".repeat(16);
        assertThat(request("[" + IMAGE + ","
                        + IMAGE.replace("}", ",\"name\":\"é\",\"size\":0,\"sha256\":\"" + sha + "\",\"x\":1}") + "]"))
                .containsExactly(
                        new Attachment("s3://b/k.png", "image/png", null, null, null, Map.of()),
                        new Attachment("s3://b/k.png", "image/png", "é", 0L, sha, Map.of()));
        assertThat(faults.found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"no\" | attachments | an array",
                "[[]] | attachments[0] | an object",
                "[{\"media_type\":\"a/b\"}] | attachments[0].uri | is required",
                "[{\"uri\":\"u\"}] | attachments[0].media_type | is required",
                "[{\"uri\":\"\",\"media_type\":\"a/b\"}] | attachments[0].uri | characters",
                "[{\"uri\":\"u\",\"media_type\":\"a/b\",\"size\":-1}] | attachments[0].size | from 0",
                "[{\"uri\":\"u\",\"media_type\":\"a/b\",\"size\":1.5}] | attachments[0].size | whole",
                "[{\"uri\":\"u\",\"media_type\":\"a/b\",\"name\":5}] | attachments[0].name | a string",
                "[{\"uri\":\"u\",\"media_type\":\"a/b\",\"sha256\":\"abc\"}] | attachments[0].sha256 | 64 hexadecimal",
                "[{\"uri\":\"\\ud83d\",\"media_type\":\"a/b\"}] | attachments[0].uri | surrogate"
            })
    void faultsAreNamed(String attachments, String field, String problem) {
        request(attachments);
        assertThat(faults.found()).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo(field);
            assertThat(fault.problem()).contains(problem);
        });
    }

    @Test
    void sixteenAreTheMost() {
        assertThat(request("[" + String.join(",", Collections.nCopies(16, IMAGE)) + "]"))
                .hasSize(16);
        assertThat(faults.isEmpty()).isTrue();
        request("[" + String.join(",", Collections.nCopies(17, IMAGE)) + "]");
        assertThat(faults.found())
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("16"));
    }

    @Test
    void togetherTheyHave64KiB() {
        String large = IMAGE.replace("k.png", "k".repeat(8_000));
        request("[" + String.join(",", Collections.nCopies(8, large)) + "]");
        assertThat(faults.isEmpty()).isTrue();
        request("[" + String.join(",", Collections.nCopies(9, large)) + "]");
        assertThat(faults.found())
                .singleElement()
                .satisfies(fault -> assertThat(fault.field()).isEqualTo("attachments"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"uri\":\"u\",\"media_type\":\"a/b\"}",
                "{\"uri\":\"u\",\"media_type\":\"a/b\",\"name\":null,\"size\":null,\"sha256\":null,\"x\":{\"y\":1.0}}",
                "{\"name\":\"n\",\"uri\":\"u\",\"size\":9007199254740992,\"media_type\":\"a/b\"}"
            })
    void aFileGetsBackWhatItBrought(String attachment) {
        JsonNode attachments = json("[" + attachment + "]");
        var turn = readTurn("\"attachments\":" + attachments);
        assertThat(CanonicalJson.equal(TurnJson.file(turn).get("attachments"), attachments))
                .isTrue();
        assertThat(TurnJson.fromStored(TurnJson.stored(turn))).isEqualTo(turn);
        assertThat(TurnJson.answer(turn).get("attachments").get(0).fieldNames())
                .toIterable()
                .containsExactly("uri", "media_type", "name", "size", "sha256");
    }
}
