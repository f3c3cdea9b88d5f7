package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.StoredHistory;
import dev.danamemory.dana.DanaFile;
import dev.danamemory.dana.DanaFileCodec;
import dev.danamemory.functions.LargeExports;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.InstantText;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.Meter;
import java.util.Optional;

/**
 * Exports conversations as Dana memory files, and puts those that are too large for an answer where they can be fetched.
 *
 * @param deadline for what is put there
 */
record Exports(ConversationStore store, LargeExports large, Deadline deadline) {
    /**
     * A file, or where it is.
     *
     * @param json the file, or an object with {@code download}
     * @param bytes how long that is
     */
    record Exported(ObjectNode json, boolean isDownload, long bytes) {}

    /** The conversation's file; nothing when there is no such conversation. */
    Optional<Exported> of(ConversationKey key) {
        return store.export(key).map(file -> of(key, file));
    }

    private Exported of(ConversationKey key, DanaFile file) {
        ObjectNode json = DanaFileCodec.write(file, key, file.title());
        byte[] bytes = JsonWriter.bytes(json);
        if (bytes.length <= StoredHistory.PAGE_BYTES) {
            return new Exported(json, false, bytes.length);
        }
        return switch (large) {
            case LargeExports.Whole whole -> new Exported(json, false, bytes.length);
            case LargeExports.Fetched fetched -> download(fetched.downloads(), key, bytes);
            case LargeExports.Refused refused -> throw tooLarge(key);
        };
    }

    private Exported download(Downloads downloads, ConversationKey key, byte[] bytes) {
        Downloads.Download made = downloads.within(new Meter(), deadline).put(key, bytes);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode download = json.putObject("download");
        download.put("url", made.url());
        download.put("expires_at", InstantText.of(made.expiresAt()));
        download.set("bytes", WrittenNumber.of(made.bytes()));
        return new Exported(json, true, JsonWriter.bytes(json).length);
    }

    private static ProblemException tooLarge(ConversationKey key) {
        return new ProblemException(
                Problem.invalid("a conversation's file is over 4 MiB, more than an answer of this deployment can hold;"
                                + " GET /conversations/{id}/turns reads it page by page")
                        .with("conversation_id", JsonNodeFactory.instance.textNode(key.conversationId())));
    }
}
