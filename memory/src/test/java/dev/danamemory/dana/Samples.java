package dev.danamemory.dana;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.FieldFault;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.UserId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files to read, and short ways to read them. */
final class Samples {
    static final ConversationKey KEY = new ConversationKey(new UserId("aicha"), "c-1");
    static final List<String> MEMORY_FILES = List.of(
            "context_demo.json", "demo_agent_memory.json", "multi_session_memory.json", "windowed_history.json");

    private Samples() {}

    static byte[] bytes(String name) {
        try (InputStream in = Samples.class.getResourceAsStream("/dana-files/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode json(String text) {
        return JsonReader.lenient().read(text);
    }

    static DanaFile read(String text) {
        return DanaFileCodec.read(text.getBytes(StandardCharsets.UTF_8), KEY.conversationId());
    }

    /** What is wrong with a file; empty if nothing is. */
    static List<FieldFault> faults(String text) {
        try {
            read(text);
            return List.of();
        } catch (InvalidInputException refused) {
            return refused.faults();
        }
    }

    /** A turn that is right, with further fields. */
    static String turn(String more) {
        return "{\"turn_id\":\"t-9\",\"user_input\":\"in\",\"agent_response\":\"out\",\"timestamp\":\"2026-11-22T13:00:00Z\","
                + "\"metadata\":{}" + (more.isEmpty() ? "" : "," + more) + "}";
    }

    /** A file of one turn that is right but for its further fields. */
    static String fileWith(String moreOfTurn) {
        return "{\"history\":[" + turn(moreOfTurn) + "]}";
    }

    /** The turn of such a file. */
    static dev.danamemory.model.Turn readTurn(String moreOfTurn) {
        return read(fileWith(moreOfTurn)).turns().getFirst();
    }
}
