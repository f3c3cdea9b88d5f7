package dev.danamemory.store.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.dana.DanaFile;
import dev.danamemory.json.CanonicalJson;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Step;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.ImportRequest;
import dev.danamemory.store.NewConversation;
import dev.danamemory.summary.Summariser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** Turns, summaries and files to store. */
public final class Samples {
    /** When turns happen, unless a test says otherwise. */
    public static final String NOON = "2026-11-22T12:00:00Z";

    private static final int LARGE_TEXT = 255 * 1024;

    private Samples() {}

    /** No metadata. */
    public static ObjectNode none() {
        return JsonNodeFactory.instance.objectNode();
    }

    /** A JSON object, written with single quotes. */
    public static ObjectNode json(String text) {
        return (ObjectNode) JsonReader.strict().read(text.replace('\'', '"'));
    }

    /** An id that nobody had before. */
    public static String id(String prefix) {
        return prefix + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** What a plain conversation begins with. */
    public static NewConversation plain() {
        return new NewConversation(null, null, null, none());
    }

    /** What a conversation with a title begins with. */
    public static NewConversation titled(String title) {
        return new NewConversation("default", title, null, none());
    }

    /** A turn with an id of its own. */
    public static NewTurn turn(String input) {
        return turn(input, NOON, null);
    }

    /** A turn with an id of its own, made by an agent at some time. */
    public static NewTurn turn(String input, String timestamp, @Nullable String agentId) {
        return new NewTurn(
                id("t"),
                input,
                "answer to " + input,
                timestamp,
                none(),
                TurnStatus.COMPLETE,
                agentId,
                null,
                null,
                List.of(),
                List.of());
    }

    /** A turn near the largest size: input, response and steps near 256 KiB each, and some metadata. */
    public static NewTurn largeTurn(String input) {
        Step step = new Step.Message("tool", "s".repeat(LARGE_TEXT), Map.of());
        return new NewTurn(
                id("t"),
                input + "é".repeat((LARGE_TEXT - input.length()) / 2),
                "r".repeat(LARGE_TEXT),
                NOON,
                json("{'pad': '" + "m".repeat(15 * 1024) + "'}"),
                TurnStatus.COMPLETE,
                null,
                null,
                null,
                List.of(step),
                List.of());
    }

    /** Stored turns with these numbers and all that a file may bring along. */
    public static List<Turn> turns(long first, long last) {
        return LongStream.rangeClosed(first, last).mapToObj(Samples::fileTurn).toList();
    }

    private static Turn fileTurn(long number) {
        return new Turn(
                "turn " + number + "/ü",
                number,
                "input " + number,
                "response " + number,
                "2026-11-%02dT%02d:00:00.123456".formatted(1 + number / 24 % 28, number % 24),
                json("{'n': " + number + ".50, 'deep': {'list': [1E400, null, true]}}"),
                TurnStatus.COMPLETE,
                number % 2 == 0 ? "default" : null,
                null,
                null,
                List.of(new Step.ToolCall("call", "oven", json("{'degrees': 180}"), Map.of())),
                List.of(),
                Map.of("unknown", json("{'kept': 123456789012345678901234567890}")));
    }

    /** A summary of exactly these turns. */
    public static Summary summary(String content, long first, long last) {
        return new Summary(id("s"), NOON, content, last - first + 1, first, last, NOON, NOON, Map.of());
    }

    /** Says of turns how many of them say something. */
    public static Summariser counting() {
        return turns -> "anew of " + turns.stream().filter(Turn::isComplete).count();
    }

    /** A file of turns with these numbers. */
    public static DanaFile file(long first, long last, Summary... summaries) {
        return new DanaFile(
                "elsewhere",
                "2026-10-01T08:00:00.000001",
                "2026-11-20T08:00:00+02:00",
                turns(first, last),
                List.of(summaries),
                7L,
                last,
                "default",
                null,
                json("{'user_id': '../someone', 'tags': ['a', 1.0]}"),
                Map.of("format", json("{'version': 2.50}")));
    }

    /** The same file with other turns. */
    public static DanaFile with(DanaFile file, List<Turn> turns, @Nullable Long sessionCount) {
        return new DanaFile(
                file.conversationId(),
                file.createdAt(),
                file.updatedAt(),
                turns,
                file.summaries(),
                sessionCount,
                file.totalTurns(),
                file.agentId(),
                file.title(),
                file.metadata(),
                file.more());
    }

    /** The same file with a title. */
    public static DanaFile titled(DanaFile file, @Nullable String title) {
        return new DanaFile(
                file.conversationId(),
                file.createdAt(),
                file.updatedAt(),
                file.turns(),
                file.summaries(),
                file.sessionCount(),
                file.totalTurns(),
                file.agentId(),
                title,
                file.metadata(),
                file.more());
    }

    /** The same file with other unknown keys. */
    public static DanaFile with(DanaFile file, Map<String, JsonNode> more) {
        return new DanaFile(
                file.conversationId(),
                file.createdAt(),
                file.updatedAt(),
                file.turns(),
                file.summaries(),
                file.sessionCount(),
                file.totalTurns(),
                file.agentId(),
                file.title(),
                file.metadata(),
                more);
    }

    /** The import of a file; equal files have equal digests. */
    public static ImportRequest request(DanaFile file) {
        List<String> parts = new ArrayList<>();
        file.turns().forEach(turn -> parts.add(turn.turnId() + " " + turn.turnNumber() + " " + turn.userInput()));
        file.summaries().forEach(summary -> parts.add(summary.content()));
        ObjectNode digested = none();
        parts.forEach(part -> digested.put("part " + digested.size(), part));
        String digest = CanonicalJson.digest(digested) + JsonWriter.bytes(file.metadata()).length;
        return new ImportRequest(file, "default", digest, MemorySettings.defaults());
    }
}
