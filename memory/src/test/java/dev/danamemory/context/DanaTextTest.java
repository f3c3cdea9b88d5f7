package dev.danamemory.context;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.json.JsonReader;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The text is, to the character, what Dana answered for the same history. */
class DanaTextTest {
    private final ContextAssembler assembler = new ContextAssembler(new O200k(), new WindowRelevantTurns());

    static Stream<Arguments> cases() {
        return stream(file("context_cases.json"))
                .map(one -> Arguments.of(one.get("name").textValue(), one.get("memory"), one));
    }

    static Stream<Arguments> windowed() {
        JsonNode memory = file("windowed_history.json");
        return stream(file("windowed_history.context.json").get("cases"))
                .map(one -> Arguments.of(
                        one.get("max_turns") + " turns, summaries " + one.get("include_summaries"), memory, one));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"cases", "windowed"})
    void textIsDanas(String name, JsonNode memory, JsonNode asked) {
        MemoryView view = view(memory, asked.get("window").intValue());
        int maxTurns = asked.get("max_turns").intValue();
        boolean summaries = asked.get("include_summaries").booleanValue();
        String query = asked.get("query").textValue();
        String expected = asked.get("text").textValue();
        AssembledContext context =
                assembler.assemble(view, new ContextRequest(query, maxTurns, 0, summaries, 0, null, false));
        assertThat(context.text()).isEqualTo(expected);
        assertThat(context.tokens().getAsInt()).isEqualTo(new O200k().count(expected));

        // a budget that everything fits changes nothing but the number of turns in the info line
        ContextRequest ample = new ContextRequest(query, maxTurns, 0, summaries, 100_000, null, false);
        long shown = context.count(ContextTurn.Reason.RECENT);
        assertThat(assembler.assemble(view, ample).text())
                .isEqualTo(expected.replaceFirst("recent \\d+ turns]", "recent " + shown + " turns]"));
    }

    private static MemoryView view(JsonNode memory, int window) {
        List<Turn> turns = new ArrayList<>();
        long total = memory.get("metadata").get("total_turns").longValue();
        long number = total - memory.get("history").size();
        for (JsonNode turn : memory.get("history")) {
            turns.add(turn(++number, turn));
        }
        return new MemoryView(
                total,
                window,
                turns,
                stream(memory.get("summaries")).map(DanaTextTest::summary).toList());
    }

    private static Turn turn(long number, JsonNode turn) {
        return new Turn(
                turn.get("turn_id").textValue(),
                number,
                turn.get("user_input").textValue(),
                turn.get("agent_response").textValue(),
                turn.get("timestamp").textValue(),
                JsonNodeFactory.instance.objectNode(),
                TurnStatus.COMPLETE,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    private static Summary summary(JsonNode summary) {
        return new Summary("s", null, summary.get("content").textValue(), 1, null, null, null, null, Map.of());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static JsonNode file(String name) {
        try (InputStream in = DanaTextTest.class.getResourceAsStream("/dana-files/" + name)) {
            return JsonReader.strict().read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
