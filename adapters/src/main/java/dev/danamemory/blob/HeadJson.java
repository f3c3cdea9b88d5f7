package dev.danamemory.blob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.dana.SummaryJson;
import dev.danamemory.dana.TurnJson;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.rules.Archived;
import dev.danamemory.store.rules.StoredFields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A head as a valid Dana memory file, which Dana or a person can read in place. Bookkeeping is in
 * {@code metadata._memory}; a key of the caller's metadata that has a meaning of its own in a Dana file is kept in there
 * too, under {@code kept}.
 */
final class HeadJson {
    private static final int FORMAT = 1;
    private static final Set<String> FILE_KEYS =
            Set.of("conversation_id", "created_at", "updated_at", "history", "summaries", "metadata");
    private static final Set<String> OWN_METADATA =
            Set.of("session_count", "total_turns", "conversation_id", "user_id", "agent_id", "title", "_memory");

    private HeadJson() {}

    /** The head as a file. The nonce makes every write's bytes its own, for a version may be a hash of them. */
    static byte[] bytes(Head head, String nonce) {
        ConversationHeader header = head.header();
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("conversation_id", header.key().conversationId());
        file.put("created_at", header.createdAt());
        file.put("updated_at", header.updatedAt());
        ArrayNode history = file.putArray("history");
        for (Turn turn : head.turns()) {
            history.add(TurnJson.stored(turn));
        }
        ArrayNode summaries = file.putArray("summaries");
        for (Summary summary : head.summaries()) {
            summaries.add(SummaryJson.stored(summary));
        }
        file.set("metadata", metadata(head, nonce));
        file.setAll(head.more());
        return JsonWriter.bytes(file);
    }

    private static ObjectNode metadata(Head head, String nonce) {
        ConversationHeader header = head.header();
        ObjectNode metadata = JsonNodeFactory.instance.objectNode();
        metadata.put("session_count", header.sessionCount());
        metadata.put("total_turns", header.lastTurn());
        metadata.put("conversation_id", header.key().conversationId());
        metadata.put("user_id", header.key().user().value());
        metadata.put("agent_id", header.agentId());
        metadata.put("title", header.shownTitle());
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> field : header.metadata().properties()) {
            (OWN_METADATA.contains(field.getKey()) ? kept : metadata).set(field.getKey(), field.getValue());
        }
        metadata.set("_memory", bookkeeping(head, kept).put("write", nonce));
        return metadata;
    }

    private static ObjectNode bookkeeping(Head head, ObjectNode kept) {
        ConversationHeader header = head.header();
        Marks marks = head.marks();
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        own.put("format", FORMAT);
        own.put("birth", header.birth());
        own.put("epoch", header.epoch());
        own.put("generation", header.generation());
        own.put("first_turn", header.firstTurn());
        own.put("status", header.status().wire());
        own.put("title", header.title());
        own.put("derived_title", header.derivedTitle());
        own.put("summary_count", header.summaryCount());
        own.put("touched_at", marks.touchedAt().toString());
        own.put("active_at", marks.activeAt().toString());
        own.put("entry_version", marks.entryVersion());
        own.put("entry_title", marks.entryTitle());
        own.put("imported", marks.imported());
        if (!marks.redacting().isEmpty()) {
            ArrayNode redacting = own.putArray("redacting");
            marks.redacting().forEach(redacting::add);
        }
        archived(own, marks.archived());
        if (!kept.isEmpty()) {
            own.set("kept", kept);
        }
        return own;
    }

    private static void archived(ObjectNode own, Archived archived) {
        if (archived.through() > 0) {
            own.put("archived_through", archived.through());
        }
        Archived.Hold hold = archived.hold();
        if (hold != null) {
            own.putObject("archive_held")
                    .put("by", hold.nonce())
                    .put("at", hold.at().toString());
        }
    }

    /** @throws RuntimeException of whatever kind when the file is no head of this conversation */
    static Head read(ConversationKey key, StoredFields file) {
        StoredFields metadata = file.object("metadata");
        StoredFields own = metadata.object("_memory");
        if (own.number("format") != FORMAT || !file.text("conversation_id").equals(key.conversationId())) {
            throw new IllegalArgumentException("not a head of this conversation in format " + FORMAT);
        }
        List<Turn> turns = new ArrayList<>();
        for (JsonNode turn : file.array("history")) {
            turns.add(TurnJson.fromStored(turn));
        }
        List<Summary> summaries = new ArrayList<>();
        for (JsonNode summary : file.array("summaries")) {
            summaries.add(SummaryJson.fromStored(summary));
        }
        ConversationHeader header = header(key, file, metadata, own);
        requireUnbroken(turns, header.lastTurn());
        return new Head(header, turns, summaries, marks(own), file.rest(FILE_KEYS));
    }

    private static ConversationHeader header(
            ConversationKey key, StoredFields file, StoredFields metadata, StoredFields own) {
        @Nullable String agentId = metadata.optionalText("agent_id");
        return new ConversationHeader(
                key,
                agentId,
                own.optionalText("title"),
                own.optionalText("derived_title"),
                ConversationStatus.of(own.text("status")).orElseThrow(),
                own.number("generation"),
                own.text("epoch"),
                own.text("birth"),
                file.text("created_at"),
                file.text("updated_at"),
                own.number("first_turn"),
                metadata.number("total_turns"),
                metadata.number("session_count"),
                own.number("summary_count"),
                callers(metadata, own));
    }

    private static ObjectNode callers(StoredFields metadata, StoredFields own) {
        ObjectNode callers = JsonNodeFactory.instance.objectNode();
        callers.setAll(metadata.rest(OWN_METADATA));
        Optional<ObjectNode> kept = own.optionalObject("kept");
        return kept.isPresent() ? callers.setAll(kept.get()) : callers;
    }

    private static Marks marks(StoredFields own) {
        return new Marks(
                Instant.parse(own.text("touched_at")),
                Instant.parse(own.text("active_at")),
                own.optionalText("entry_version"),
                own.optionalText("entry_title"),
                own.optionalText("imported"),
                own.numbers("redacting"),
                archived(own));
    }

    private static Archived archived(StoredFields own) {
        Long through = own.optionalNumber("archived_through");
        Optional<ObjectNode> held = own.optionalObject("archive_held");
        return new Archived(through == null ? 0 : through, held.isEmpty() ? null : hold(StoredFields.of(held.get())));
    }

    private static Archived.Hold hold(StoredFields held) {
        return new Archived.Hold(held.text("by"), Instant.parse(held.text("at")));
    }

    private static void requireUnbroken(List<Turn> turns, long last) {
        long expected = last - turns.size() + 1;
        for (Turn turn : turns) {
            if (turn.turnNumber() != expected) {
                throw new IllegalArgumentException("turn " + expected + " is not where it should be");
            }
            expected++;
        }
    }
}
