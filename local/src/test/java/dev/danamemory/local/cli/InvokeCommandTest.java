package dev.danamemory.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvokeCommandTest extends CommandTest {
    private static final String EVENT = """
            {"version": "2.0", "routeKey": "POST /chat", "body": "{\\"message\\": \\"hi\\"}",
             "requestContext": {"requestId": "r-7", "authorizer": {"jwt": {"claims": {"sub": "Ana"}}}}}""";

    private String file(String content) throws IOException {
        return Files.writeString(data.resolve("event.json"), content).toString();
    }

    @Test
    void theAnswerIsPrintedAsTheFunctionGaveIt() throws IOException {
        functions.answer(200, "{\"a\": \"é\u009b\"}");

        assertThat(run("invoke", file(EVENT))).isZero();
        assertThat(out).isEqualTo("{\"statusCode\":200,\"body\":\"{\\\"a\\\": \\\"é\\u009b\\\"}\"}\n");
        assertThat(err).isEmpty();
        assertThat(functions.last().what()).isEqualTo("POST /chat");
        assertThat(functions.last().body().path("message").asText()).isEqualTo("hi");
        assertThat(functions.last().user()).isEqualTo("Ana");
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 422, 500, 503})
    void whatIsAnsweredIsDoneWhateverItsStatus(int status) throws IOException {
        functions.problem(status, "no");

        assertThat(run("invoke", file(EVENT))).isZero();
        assertThat(out).contains("\"statusCode\":" + status);
    }

    @Test
    void anEventMayComeThroughAPipe() {
        functions.answer(200, "{}");
        input = "\ufeff" + EVENT;

        assertThat(run("invoke", "-")).isZero();
        assertThat(functions.last().user()).isEqualTo("Ana");
    }

    @Test
    void anotherUserMayAsk() throws IOException {
        functions.answer(200, "{}").answer(200, "{}");

        assertThat(run("invoke", "--user", "a|b é", file(EVENT))).isZero();
        assertThat(functions.last().user()).isEqualTo("a|b é");
        assertThat(run("invoke", "--user", "Ben", file("{\"version\": \"2.0\", \"routeKey\": \"GET /agents\"}")))
                .isZero();
        assertThat(functions.last().user()).isEqualTo("Ben");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                                  | is no event: empty, a JSON value was expected
            {                                   | is no event: not valid JSON (line 1, column 2)
            {"version": 1, "version": 2}        | is no event: a key stands twice in one object
            [1]                                 | is no event: it must be a JSON object
            "POST /chat"                        | is no event: it must be a JSON object
            {"source": "aws.s3"}                | is no event of ours
            """)
    void whatIsNoEventIsWrongUse(String content, String message) throws IOException {
        assertThat(run("invoke", file(content))).isEqualTo(2);
        assertThat(err).startsWith(data.resolve("event.json").toString()).contains(message);
        input = content;
        assertThat(run("invoke", "-")).isEqualTo(2);
        assertThat(err).startsWith("standard input ").contains(message);
        assertThat(out).isEmpty();
        assertThat(functions.asked()).isEmpty();
    }

    @Test
    void aFileThatIsNotThereIsWrongUseAndTouchesNothing() {
        assertThat(run("invoke", data + "/none.json")).isEqualTo(2);
        assertThat(err).isEqualTo("There is no file " + data + "/none.json.\n");
        assertThat(run("invoke", data.toString())).isEqualTo(2);
        assertThat(err).isEqualTo(data + " can't be read; is it a file?\n");
        assertThat(run("invoke", "a\0b")).isEqualTo(2);
        assertThat(err).isEqualTo("There is no file a\\u0000b.\n");
        assertThat(run("invoke")).isEqualTo(2);
        assertThat(opened).isEmpty();
    }

    @Test
    void moreThanLambdaTakesIsNotReadToItsEnd() throws IOException {
        Path large = data.resolve("large");
        Files.write(large, new byte[6 * 1024 * 1024 + 1]);

        assertThat(run("invoke", large.toString())).isEqualTo(2);
        assertThat(err).contains("is over 6 MiB");
    }

    @Test
    void aFunctionThatFailsIsAFailureWithoutItsMessage() throws IOException {
        // nothing scripted: the function throws
        assertThat(run("invoke", file(EVENT))).isEqualTo(1);
        assertThat(err).isEqualTo("The function failed: java.util.NoSuchElementException\n");
        assertThat(out).isEmpty();
    }
}
