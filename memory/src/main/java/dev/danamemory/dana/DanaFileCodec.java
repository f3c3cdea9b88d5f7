package dev.danamemory.dana;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.Place;
import dev.danamemory.json.TreeCheck;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.InvalidInputException;
import org.jspecify.annotations.Nullable;

/**
 * Dana's memory files in and out. A file that is read and written unchanged gives back every value as equal JSON, with
 * two exceptions: {@code conversation_id} is the conversation's own, and {@code metadata.total_turns} is corrected where
 * it is below the number of turns. Added are only the service's own fields of turns and summaries, ids that were missing,
 * empty {@code metadata} of turns, {@code summaries}, and in {@code metadata} {@code total_turns},
 * {@code conversation_id}, {@code user_id}, {@code agent_id}, {@code title}; {@code metadata._memory} is dropped.
 *
 * <p>In a file null is a value: right for those fields alone that may be null, and kept wherever a key is unknown.
 */
public final class DanaFileCodec {
    /** The highest number that a turn of a file may have. */
    public static final long HIGHEST_TURN = 1_000_000_000;

    private DanaFileCodec() {}

    /**
     * Reads a file to import.
     *
     * @param conversationId the conversation it is to become, from which missing ids are made
     * @throws dev.danamemory.json.JsonSyntaxException when the bytes are not JSON, have a key twice or nest too deep
     * @throws InvalidInputException when it is JSON and no memory file; names at most {@value Faults#MOST} places
     */
    public static DanaFile read(byte[] utf8, String conversationId) {
        return read(JsonReader.lenient().read(utf8), conversationId);
    }

    /**
     * Reads a file to import.
     *
     * @param file as {@link JsonReader#lenient()} reads it
     * @throws InvalidInputException as above
     */
    public static DanaFile read(JsonNode file, String conversationId) {
        Faults faults = new Faults();
        TreeCheck.isClean(file, Place.root(), faults);
        faults.throwIfAny();
        Fields fields = Fields.ofFile(file, Place.root(), faults)
                .orElseThrow(() -> new InvalidInputException("", "must be a Dana memory file: an object with history"));
        DanaFile read = new DanaFileReader(conversationId, faults).read(fields);
        faults.throwIfAny();
        return read;
    }

    /**
     * Writes a file to export. Its trees are shared with the given one: nobody may change what is returned.
     *
     * @param key of the conversation: its owner is named unless the metadata names a user already
     * @param shownTitle named where the file has no title; or null
     */
    public static ObjectNode write(DanaFile file, ConversationKey key, @Nullable String shownTitle) {
        return DanaFileWriter.write(file, key, shownTitle);
    }
}
