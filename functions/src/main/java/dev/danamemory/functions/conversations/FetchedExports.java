package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.functions.conversations.Exports.Exported;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.WrittenNumber;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.InstantText;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;

/**
 * Exports of which the large ones are to be fetched. Whoever clears, erases or redacts deletes what can be fetched by
 * then; what is put there a moment later it does not see. So the conversation is looked at before and after: an address
 * is only told while it still has the generation that the file shows.
 */
record FetchedExports(ConversationStore store, Downloads downloads) {
    private static final int TRIES = 3;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

    /** The conversation's file or where it is; nothing when there is no such conversation. */
    Optional<Exported> of(ConversationKey key) {
        Optional<ConversationHeader> known = header(key);
        for (int tried = 0; tried < TRIES; tried++) {
            if (known.isEmpty()) {
                return Optional.empty();
            }
            ConversationHeader shown = known.get();
            Optional<Exported> file = store.export(key).map(found -> Exported.whole(key, found));
            if (file.isEmpty() || !file.get().isLarge()) {
                return file;
            }
            Downloads.Download made =
                    downloads.put(shown, JsonWriter.bytes(file.get().json()));
            known = header(key);
            if (isStill(shown, known)) {
                return Optional.of(told(made));
            }
            downloads.sweep(key, shown.generation());
        }
        throw new StoreUnavailableException("the conversation changes all the time", RETRY_AFTER, null);
    }

    private static boolean isStill(ConversationHeader shown, Optional<ConversationHeader> now) {
        return now.filter(there -> there.generation() == shown.generation()).isPresent();
    }

    private Optional<ConversationHeader> header(ConversationKey key) {
        return store.load(key, 1).map(Conversation::header);
    }

    private static Exported told(Downloads.Download made) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode download = json.putObject("download");
        download.put("url", made.url());
        download.put("expires_at", InstantText.of(made.expiresAt()));
        download.set("bytes", WrittenNumber.of(made.bytes()));
        return new Exported(json, false, JsonWriter.bytes(json).length);
    }
}
