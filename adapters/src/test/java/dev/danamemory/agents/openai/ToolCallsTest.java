package dev.danamemory.agents.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.chat.AgentException;
import dev.danamemory.dana.StepJson;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Step;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ToolCallsTest {
    private static JsonNode call(String id, String name, String arguments) {
        var call = JsonNodeFactory.instance.objectNode().put("id", id).put("type", "function");
        call.putObject("function").put("name", name).put("arguments", arguments);
        return JsonNodeFactory.instance.arrayNode().add(call);
    }

    private static JsonNode arguments(String written) {
        return ((Step.ToolCall) ToolCalls.read(call("c", "f", written)).getFirst()).arguments();
    }

    @Test
    void callsBesideAnAnswerAreItsSteps() throws IOException {
        try (FakeProvider provider = new FakeProvider().answers(200, """
                        {"choices": [{"finish_reason": "tool_calls", "message": {"content": "I look it up.", "tool_calls": [
                          {"id": "call_a", "type": "function",
                           "function": {"name": "weather", "arguments": "{\\"city\\": \\"Rome\\", \\"days\\": 1.50}"}},
                          {"id": "call_b", "type": "function", "function": {"name": "time", "arguments": "{}"}}]}}]}""")) {
            List<Step> steps = Asking.at(provider.url()).reply().steps();

            assertThat(JsonWriter.text(StepJson.answer(steps)))
                    .isEqualTo("[{\"type\":\"tool_call\",\"id\":\"call_a\",\"name\":\"weather\","
                            + "\"arguments\":{\"city\":\"Rome\",\"days\":1.50}},"
                            + "{\"type\":\"tool_call\",\"id\":\"call_b\",\"name\":\"time\",\"arguments\":{}}]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"city\": \"Ro", "", "Rome", "{\"a\": \"\\ud800\"}", "{\"a\": 1, \"a\": 2}"})
    void argumentsThatAreNoJsonOfAnyUseAreKeptAsText(String written) {
        assertThat(arguments(written)).isEqualTo(JsonNodeFactory.instance.textNode(written));
    }

    @Test
    void deepArgumentsAreKeptAsText() {
        String deep = "[".repeat(65) + "]".repeat(65);
        assertThat(arguments(deep).textValue()).isEqualTo(deep);
        assertThat(arguments(deep.substring(1, 129)).isArray()).isTrue();
    }

    @Test
    void argumentsMayBeJsonThemselves() {
        List<Step> steps = ToolCalls.read(
                Asking.json("[{\"id\": \"c\", \"function\": {\"name\": \"f\", \"arguments\": {\"a\": [1]}}}]"));

        assertThat(((Step.ToolCall) steps.getFirst()).arguments()).isEqualTo(Asking.json("{\"a\": [1]}"));
    }

    @Test
    void aCallWithoutIdGetsOne() {
        List<Step> steps = ToolCalls.read(
                Asking.json("[{\"id\": \"\", \"function\": {\"name\": \"f\"}}, {\"function\": {\"name\": \"g\"}}]"));

        assertThat(steps).extracting(step -> ((Step.ToolCall) step).id()).containsExactly("call-1", "call-2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[7]",
                "[{\"id\": \"c\"}]",
                "[{\"id\": \"c\", \"function\": {}}]",
                "[{\"id\": \"c\", \"function\": {\"name\": \" \"}}]",
                "[{\"id\": \"c\", \"function\": {\"name\": 7}}]",
                "[{\"id\": \"c\", \"function\": {\"name\": \"\\ud800\"}}]",
                "[{\"id\": \"\\ud800\", \"function\": {\"name\": \"f\"}}]",
                "[{\"id\": \"c\", \"function\": {\"name\": \"f\", \"arguments\": \"\\ud800\"}}]",
                "[{\"id\": \"c\", \"function\": {\"name\": \"f\", \"arguments\": {\"a\": \"\\ud800\"}}}]"
            })
    void callsThatCannotBeStoredAreAFailure(String calls) {
        assertThatThrownBy(() -> ToolCalls.read(Asking.json(calls)))
                .isInstanceOf(AgentException.class)
                .hasMessage("the answer of the agent's provider is not a chat completion");
    }

    @Test
    void namesHaveALimit() {
        assertThat(ToolCalls.read(call("c".repeat(256), "f".repeat(256), "{}"))).hasSize(1);
        assertThatThrownBy(() -> ToolCalls.read(call("c".repeat(257), "f", "{}")))
                .isInstanceOf(AgentException.class);
        assertThatThrownBy(() -> ToolCalls.read(call("c", "f".repeat(257), "{}")))
                .isInstanceOf(AgentException.class);
    }
}
