package dev.danamemory.agents.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.chat.AgentException;
import dev.danamemory.chat.AgentReply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CompletionTest {
    private static final String REFUSED = "the agent's provider refused to answer";
    private static final String MALFORMED = "the answer of the agent's provider is not a chat completion";

    private static AgentReply read(String body) {
        return Completion.read(body.getBytes(StandardCharsets.UTF_8));
    }

    private static AgentReply message(String message, String ending) {
        return read(FakeProvider.completion((ObjectNode) Asking.json(message), ending));
    }

    private static void fails(String body, String problem) {
        AgentException failure = catchThrowableOfType(AgentException.class, () -> read(body));
        assertThat(failure).isNotNull().hasMessage(problem);
        assertThat(failure.kind()).isEqualTo(AgentException.Kind.FAILED);
    }

    private static void failsMessage(String message, String ending, String problem) {
        fails(FakeProvider.completion((ObjectNode) Asking.json(message), ending), problem);
    }

    @Test
    void anAnswerIsItsContentAsItStands() {
        assertThat(read(FakeProvider.completion(" Tom 🐈\n")).response()).isEqualTo(" Tom 🐈\n");
        assertThat(read(FakeProvider.completion("Tom")).steps()).isEmpty();
    }

    @Test
    void partsOfTextAreJoined() {
        assertThat(message("""
                        {"content": [{"type": "text", "text": "Tom"}, {"type": "image_url", "image_url": {}},
                                     {"type": "text", "text": " and Kim"}]}""", "stop").response()).isEqualTo("Tom and Kim");
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(read("\uFEFF" + FakeProvider.completion("Tom")).response()).isEqualTo("Tom");
    }

    @Test
    void theFirstChoiceCounts() {
        assertThat(read("""
                        {"choices": [{"message": {"content": "one"}}, {"message": {"content": "two"}}]}""").response()).isEqualTo("one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stop", "tool_calls", "eos", ""})
    void otherEndingsAreWholeAnswers(String ending) {
        assertThat(message("{\"content\": \"Tom\"}", ending).response()).isEqualTo("Tom");
    }

    @Test
    void cutOff() {
        failsMessage(
                "{\"content\": \"Your cat's\"}", "length", "the agent's answer was cut off at its provider's limit");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            {"content": null, "refusal": "I'm sorry (private)"}               | stop
            {"content": "half", "refusal": "I'm sorry"}                       | stop
            {"content": "half"}                                               | content_filter
            {"content": [{"type": "refusal", "refusal": "I'm sorry"}]}        | stop
            """)
    void refused(String message, String ending) {
        failsMessage(message, ending, REFUSED);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "{}",
                "{\"content\": \"\"}",
                "{\"content\": \" \\n\"}",
                "{\"content\": []}",
                "{\"content\": \"\", \"refusal\": \"\", \"tool_calls\": []}",
                "{\"content\": [{\"type\": \"image_url\"}], \"tool_calls\": null}"
            })
    void empty(String message) {
        failsMessage(message, "stop", "the agent's answer is empty");
    }

    @Test
    void toolsAndNoAnswer() {
        failsMessage(
                "{\"content\": null, \"tool_calls\": [{\"id\": \"c\", \"function\": {\"name\": \"f\"}}]}",
                "tool_calls",
                "the agent asked for tools and gave no answer");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "7",
                "null",
                "[]",
                "{}",
                "{\"error\": {\"message\": \"(private)\"}}",
                "{\"choices\": []}",
                "{\"choices\": {}}",
                "{\"choices\": [7]}",
                "{\"choices\": [{\"text\": \"(private)\"}]}",
                "{\"choices\": [{\"message\": \"(private)\"}]}",
                "{\"choices\": [{\"message\": {\"content\": 7}}]}",
                "{\"choices\": [{\"message\": {\"content\": {\"text\": \"(private)\"}}}]}",
                "{\"choices\": [{\"message\": {\"content\": [{\"type\": \"text\"}]}}]}"
            })
    void anotherShape(String body) {
        fails(body, MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>(private)</html>", "{\"choices\": [", "data: {}\n\ndata: [DONE]", "{\"a\":1,\"a\":2}"
            })
    void notJson(String body) {
        fails(body, "the answer of the agent's provider is not JSON that can be read");
    }

    @Test
    void deepJson() {
        String deep = "[".repeat(500_000);
        fails("{\"choices\": " + deep, "the answer of the agent's provider is not JSON that can be read");
    }

    @Test
    void notUtf8() {
        byte[] body = FakeProvider.completion("Zo\u00eb").getBytes(StandardCharsets.ISO_8859_1);

        assertThat(catchThrowableOfType(AgentException.class, () -> Completion.read(body)))
                .hasMessage("the answer of the agent's provider is not JSON that can be read");
    }

    @Test
    void halfOfASurrogatePair() {
        fails(
                "{\"choices\": [{\"message\": {\"content\": \"\\ud83d\"}}]}",
                "the agent's answer is not well-formed text");
    }

    @Test
    void pairsMayBeSplitBetweenParts() {
        List<String> halves = List.of("\\ud83d", "\\udc08");
        assertThat(read("{\"choices\": [{\"message\": {\"content\": [{\"type\": \"text\", \"text\": \"" + halves.get(0)
                                + "\"}, {\"type\": \"text\", \"text\": \"" + halves.get(1) + "\"}]}}]}")
                        .response())
                .isEqualTo("🐈");
    }
}
