package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.StoredHistory;
import dev.danamemory.dana.DanaFile;
import dev.danamemory.dana.DanaFileCodec;
import dev.danamemory.functions.LargeExports;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Request;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.ConversationStore;
import java.util.Optional;

/**
 * Exports conversations as Dana memory files, and puts those that are too large for an answer where they can be fetched.
 *
 * @param large what becomes of those, with its requests counted and bounded like the store's
 */
record Exports(ConversationStore store, LargeExports large) {
    /**
     * A file, or what stands for it.
     *
     * @param json the file, or an object with {@code download}, or with {@code problem}
     * @param isFile whether it is the file
     * @param bytes how long that is
     */
    record Exported(ObjectNode json, boolean isFile, long bytes) {
        /** A conversation's file, which may be too long for an answer. */
        static Exported whole(ConversationKey key, DanaFile file) {
            ObjectNode json = DanaFileCodec.write(file, key, file.title());
            return new Exported(json, true, JsonWriter.bytes(json).length);
        }

        boolean isLarge() {
            return bytes > StoredHistory.PAGE_BYTES;
        }
    }

    /** For what a request asks. */
    static Exports of(Ports ports, Request request) {
        LargeExports large = switch (ports.largeExports()) {
            case LargeExports.Fetched fetched ->
                new LargeExports.Fetched(
                        fetched.downloads().within(request.measures().meter(), ports.deadlineOf(request)));
            case LargeExports.Whole whole -> whole;
            case LargeExports.Refused refused -> refused;
        };
        return new Exports(ports.storeFor(request), large);
    }

    /** The conversation's file; nothing when there is no such conversation. */
    Optional<Exported> of(ConversationKey key) {
        return switch (large) {
            case LargeExports.Whole whole -> exported(key);
            case LargeExports.Fetched fetched -> new FetchedExports(store, fetched.downloads()).of(key);
            case LargeExports.Refused refused ->
                exported(key).map(file -> {
                    if (file.isLarge()) {
                        throw tooLarge(key);
                    }
                    return file;
                });
        };
    }

    private Optional<Exported> exported(ConversationKey key) {
        return store.export(key).map(file -> Exported.whole(key, file));
    }

    private static ProblemException tooLarge(ConversationKey key) {
        return new ProblemException(Problem.invalid(
                        "a conversation's file is over 4 MiB, more than an answer of this deployment can hold;"
                                + " GET /conversations/{id}/turns reads it page by page, and with"
                                + " MEMORY_ARCHIVE=s3://bucket/prefix a deployment has a place to fetch such a file from")
                .with("conversation_id", JsonNodeFactory.instance.textNode(key.conversationId())));
    }
}
