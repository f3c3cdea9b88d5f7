package dev.danamemory.blob;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.UserId;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.TurnArchive;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;

/**
 * Deletes what belongs to epochs that are over, and leaves word for cleanup to do so once more an hour later, when the
 * last late write has come in.
 */
class Sweeps {
    static final Duration LATE = Duration.ofHours(1);
    /** How old something is that nobody can be at any more; less than an hour, for notes come before what they tell of. */
    static final Duration SETTLED = Duration.ofMinutes(50);

    // a protocol takes its generation some time after its note
    private static final Duration BEGINNING = Duration.ofMinutes(10);
    private static final int LISTED = 1_000;
    private final Blobs blobs;
    private final Layout layout;
    private final TurnArchive archive;
    private final NewIds ids;
    private final InstantSource clock;

    Sweeps(Blobs blobs, Layout layout, TurnArchive archive, NewIds ids, InstantSource clock) {
        this.blobs = blobs;
        this.layout = layout;
        this.archive = archive;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * Leaves word. Written before anything else of a protocol: an entry written last is lost with a crash.
     *
     * @param reason {@code clear}, {@code erase}, {@code import} or {@code archive}
     */
    void announce(ConversationKey key, String reason) {
        write(reason, of(key));
    }

    /** Leaves word that a turn's number is to be looked for once more in the blocks of that epoch. */
    void announceRedaction(ConversationHeader header, long number) {
        ObjectNode note = of(header.key());
        note.put("epoch", header.epoch());
        note.put("turn_number", number);
        write("redact", note);
    }

    private static ObjectNode of(ConversationKey key) {
        ObjectNode note = JsonNodeFactory.instance.objectNode();
        note.put("user_id", key.user().value());
        note.put("conversation_id", key.conversationId());
        return note;
    }

    private void write(String reason, ObjectNode note) {
        Instant now = clock.instant();
        note.put("reason", reason);
        note.put("announced", now.toString());
        blobs.put(
                layout.sweep(SweepName.due(now.plus(LATE)), ids.nonce()),
                JsonWriter.bytes(note),
                new Condition.Absent());
    }

    /**
     * Leaves word to sweep everything of a user's once more.
     *
     * @see #announce(ConversationKey, String)
     */
    void announceUser(UserId user) {
        ObjectNode note = JsonNodeFactory.instance.objectNode();
        note.put("user_id", user.value());
        write("erase-user", note);
    }

    /**
     * Deletes everything of the conversation's epochs that began with this generation or an earlier one.
     *
     * @return how many archives were among it; nothing when time ran out
     */
    OptionalLong sweep(ConversationKey key, long throughGeneration, Contention contention) {
        if (!sweepFolders(key, part -> isOver(part, throughGeneration), contention)) {
            return OptionalLong.empty();
        }
        long archives = archive.sweep(key, throughGeneration);
        return archives < 0 ? OptionalLong.empty() : OptionalLong.of(archives);
    }

    /**
     * Deletes everything of the conversation's other epochs: of those that are over, and of imports that began by a moment
     * and broke off before anybody knew their epoch.
     *
     * @return whether that is done, or time ran out
     */
    boolean sweepBeside(ConversationHeader header, Instant announced, Contention contention) {
        long over = Epoch.generation(header.epoch()).orElseThrow() - 1;
        long through = Math.max(over, begunBy(announced));
        String own = header.epoch() + "/";
        return sweepFolders(header.key(), part -> isOver(part, through) && !part.startsWith(own), contention)
                && archive.sweep(header.key(), over) >= 0;
    }

    /** The latest generation of what began with a note of that moment and was never known. */
    static long begunBy(Instant announced) {
        return announced.plus(BEGINNING).toEpochMilli();
    }

    private boolean sweepFolders(ConversationKey key, Predicate<String> isSwept, Contention contention) {
        for (String folder : layout.epochs(key)) {
            if (!sweepFolder(folder, isSwept, contention)) {
                return false;
            }
        }
        return true;
    }

    private boolean sweepFolder(String folder, Predicate<String> isSwept, Contention contention) {
        String after = "";
        while (true) {
            List<BlobEntry> entries = blobs.list(folder, after, LISTED).entries();
            for (BlobEntry entry : entries) {
                if (isSwept.test(entry.key().substring(folder.length()))) {
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
