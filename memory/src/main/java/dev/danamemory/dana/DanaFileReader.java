package dev.danamemory.dana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads one file. */
final class DanaFileReader {
    private static final Set<String> KNOWN =
            Set.of("conversation_id", "created_at", "updated_at", "history", "summaries", "metadata");
    private static final long MOST_SESSIONS = 1L << 53;

    private final String conversationId;
    private final Faults faults;

    DanaFileReader(String conversationId, Faults faults) {
        this.conversationId = conversationId;
        this.faults = faults;
    }

    /** What the file holds; of no use where faults were noted. */
    DanaFile read(Fields in) {
        ObjectNode metadata = metadata(in);
        Fields counters = Fields.ofFile(metadata, in.place("metadata"), faults).orElseThrow();
        List<Fields> history = history(in);
        long total = total(counters, history.size());
        List<Turn> turns = turns(history, total);
        List<Summary> summaries = summaries(in.objects("summaries"), total);
        Long sessions = counters.whole("session_count", 0, MOST_SESSIONS);
        metadata.remove(List.of("session_count", "total_turns", "conversation_id", "_memory"));
        String agentId = OwnNames.take(OwnNames.AGENT_ID, metadata);
        String title = OwnNames.take(OwnNames.TITLE, metadata);
        if (JsonWriter.bytes(metadata).length > Turn.LARGEST_METADATA) {
            in.fault("metadata", "is too large: at most 16,384 bytes of compact JSON are kept");
        }
        return new DanaFile(
                in.text("conversation_id", Integer.MAX_VALUE),
                in.timestamp("created_at"),
                in.timestamp("updated_at"),
                turns,
                summaries,
                sessions,
                total,
                agentId,
                title,
                metadata,
                in.more(KNOWN));
    }

    private static ObjectNode metadata(Fields in) {
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        ObjectNode found = in.object("metadata", Integer.MAX_VALUE);
        return found == null ? metadata : metadata.setAll(found);
    }

    // no turn has a number while one of them is no turn at all
    private static List<Fields> history(Fields in) {
        JsonNode written = in.value("history");
        if (written == null) {
            in.fault("history", "is required");
        }
        List<Fields> turns = in.objects("history");
        return written != null && written.size() == turns.size() ? turns : List.of();
    }

    private static long total(Fields counters, int turns) {
        Long total = counters.whole("total_turns", -DanaFileCodec.HIGHEST_TURN, DanaFileCodec.HIGHEST_TURN);
        return total == null ? turns : Math.max(total, turns);
    }

    private List<Turn> turns(List<Fields> history, long total) {
        MadeIds made = new MadeIds(conversationId, idsIn(history, "turn_id"));
        Map<String, Integer> placeOfId = new HashMap<>();
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i < history.size() && !faults.isFull(); i++) {
            Fields in = history.get(i);
            long number = total - history.size() + i + 1;
            Turn turn = TurnReader.read(in, number, () -> made.turn(number));
            Integer earlier = placeOfId.putIfAbsent(turn.turnId(), i);
            if (earlier != null) {
                in.fault("turn_id", "is the id of history[" + earlier + "] too; every turn needs its own");
            }
            turns.add(turn);
        }
        return turns;
    }

    private List<Summary> summaries(List<Fields> written, long total) {
        MadeIds made = new MadeIds(conversationId, idsIn(written, "summary_id"));
        List<Summary> summaries = new ArrayList<>();
        for (int i = 0; i < written.size() && !faults.isFull(); i++) {
            int index = i;
            summaries.add(SummaryJson.read(written.get(i), total, () -> made.summary(index)));
        }
        return summaries;
    }

    private static Set<String> idsIn(List<Fields> objects, String name) {
        Set<String> ids = new HashSet<>();
        for (Fields object : objects) {
            JsonNode id = object.value(name);
            if (id != null && id.isTextual()) {
                ids.add(id.textValue());
            }
        }
        return ids;
    }
}
