package dev.danamemory.blob;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationHeader;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * Deletes what belongs to epochs that are over, and leaves word for cleanup to do so once more an hour later, when the
 * last late write has come in.
 */
class Sweeps {
    private static final Duration LATE = Duration.ofHours(1);
    private static final int LISTED = 1_000;
    private static final DateTimeFormatter DUE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Blobs blobs;
    private final Layout layout;
    private final NewIds ids;
    private final InstantSource clock;

    Sweeps(Blobs blobs, Layout layout, NewIds ids, InstantSource clock) {
        this.blobs = blobs;
        this.layout = layout;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Leaves word. Written before anything else of a protocol: an entry written last is lost with a crash.
     *
     * @param reason {@code clear}, {@code erase} or {@code import}
     */
    void announce(ConversationKey key, String reason) {
        write(key, reason, JsonNodeFactory.instance.objectNode());
    }

    /** Leaves word that a turn's number is to be looked for once more in the blocks of that epoch. */
    void announceRedaction(ConversationHeader header, long number) {
        ObjectNode note = JsonNodeFactory.instance.objectNode();
        note.put("epoch", header.epoch());
        note.put("turn_number", number);
        write(header.key(), "redact", note);
    }

    private void write(ConversationKey key, String reason, ObjectNode note) {
        String due = DUE.format(clock.instant().plus(LATE));
        note.put("reason", reason);
        note.put("user_id", key.user().value());
        note.put("conversation_id", key.conversationId());
        note.put("due", due);
        blobs.put(layout.sweep(due, ids.nonce()), JsonWriter.bytes(note), new Condition.Absent());
    }

    /**
     * Deletes everything of the conversation's epochs that began with this generation or an earlier one.
     *
     * @return whether that is done, or time ran out
     */
    boolean sweep(ConversationKey key, long throughGeneration, Contention contention) {
        for (String folder : layout.epochs(key)) {
            if (!sweepFolder(folder, throughGeneration, contention)) {
                return false;
            }
        }
        return true;
    }

    private boolean sweepFolder(String folder, long through, Contention contention) {
        String after = "";
        while (true) {
            List<BlobEntry> entries = blobs.list(folder, after, LISTED).entries();
            for (BlobEntry entry : entries) {
                if (isOver(entry.key().substring(folder.length()), through)) {
                    if (!contention.hasTime()) {
                        return false;
                    }
                    blobs.remove(entry.key());
                }
            }
            if (entries.size() < LISTED) {
                return true;
            }
            after = entries.getLast().key();
        }
    }

    private static boolean isOver(String underFolder, long through) {
        OptionalLong generation = Epoch.generation(underFolder);
        return generation.isPresent() && generation.getAsLong() <= through;
    }
}
