package dev.danamemory.blob;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.dana.SummaryJson;
import dev.danamemory.dana.TurnJson;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.StoredDataUnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Sealed runs of turns and of summaries: written once, before the head lets go of them. */
final class Blocks {
    private static final String TURNS = "history";
    private static final String SUMMARIES = "summaries";
    private static final int LISTED = 1_000;
    // a block's name tells its first number; a run that holds a number begins at most this far before it
    static final int LONGEST = 20;

    private final Blobs blobs;
    private final Layout layout;

    Blocks(Blobs blobs, Layout layout) {
        this.blobs = blobs;
        this.layout = layout;
    }

    /** Seals turns, or finds that they were sealed before. */
    void sealTurns(ConversationHeader header, List<Turn> turns) {
        String key = layout.block(
                header.key(),
                header.epoch(),
                turns.getFirst().turnNumber(),
                turns.getLast().turnNumber());
        seal(key, header, TURNS, turns, TurnJson::stored, TurnJson::fromStored);
    }

    /** Seals summaries likewise; the first of them is the n-th of its conversation. */
    void sealSummaries(ConversationHeader header, List<Summary> summaries, long firstOrdinal) {
        String key = layout.summaries(header.key(), header.epoch(), firstOrdinal, firstOrdinal + summaries.size() - 1);
        seal(key, header, SUMMARIES, summaries, SummaryJson::stored, SummaryJson::fromStored);
    }

    private <T> void seal(
            String key,
            ConversationHeader header,
            String array,
            List<T> elements,
            Function<T, ObjectNode> write,
            Function<JsonNode, T> read) {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.put("conversation_id", header.key().conversationId());
        ArrayNode nodes = file.putArray(array);
        elements.forEach(element -> nodes.add(write.apply(element)));
        if (blobs.put(key, JsonWriter.bytes(file), new Condition.Absent()) instanceof PutResult.Mismatch) {
            // a writer that crashed, or lost its race or its answer, has been here with the same head
            List<T> sealed = read(key, array, read);
            if (!sealed.isEmpty() && !sealed.equals(elements)) {
                throw new StoredDataUnreadableException(key, "it holds other turns than its conversation", null);
            }
        }
    }

    /** The turns of the blocks that reach into this range, in order; numbers may be missing when they were swept. */
    List<Turn> turns(ConversationHeader header, long first, long last) {
        List<Turn> turns = new ArrayList<>();
        for (BlockName block : reaching(layout.blocks(header.key(), header.epoch()), first, last)) {
            for (Turn turn : read(block.key(), TURNS, TurnJson::fromStored)) {
                long expected = turns.isEmpty() ? first : turns.getLast().turnNumber() + 1;
                if (turn.turnNumber() >= expected && turn.turnNumber() <= last) {
                    turns.add(turn);
                }
            }
        }
        return turns;
    }

    /** All summaries that are sealed, in order. */
    List<Summary> summaries(ConversationHeader header) {
        List<Summary> summaries = new ArrayList<>();
        for (BlockName block : reaching(layout.summaries(header.key(), header.epoch()), 1, Long.MAX_VALUE)) {
            summaries.addAll(read(block.key(), SUMMARIES, SummaryJson::fromStored));
        }
        return summaries;
    }

    /** Names of the blocks that reach into a range, in order. */
    List<BlockName> reaching(String folder, long first, long last) {
        List<BlockName> names = new ArrayList<>();
        String after = folder + Layout.number(Math.max(0, first - LONGEST));
        BlobPage page;
        do {
            page = blobs.list(folder, after, LISTED);
            for (BlobEntry entry : page.entries()) {
                after = entry.key();
                Optional<BlockName> name = BlockName.of(entry);
                if (name.isPresent() && name.get().first() > last) {
                    return names;
                }
                name.filter(block -> block.last() >= first).ifPresent(names::add);
            }
        } while (page.more());
        return names;
    }

    private <T> List<T> read(String key, String array, Function<JsonNode, T> element) {
        Optional<Blob> blob = blobs.get(key);
        if (blob.isEmpty()) {
            return List.of(); // swept since it was listed
        }
        try {
            List<T> elements = new ArrayList<>();
            StoredFields.of(JsonReader.stored().read(blob.get().bytes()))
                    .array(array)
                    .forEach(node -> elements.add(element.apply(node)));
            return elements;
        } catch (RuntimeException damage) {
            throw new StoredDataUnreadableException(key, String.valueOf(damage.getMessage()), damage);
        }
    }
}
