package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.KeyedHash;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** Which conversations a scheduled run is to leave alone for a while. They lie among the sweeps, named by keyed hash. */
final class Postponements {
    private static final int LISTED = 1_000;
    private static final byte[] NOTHING = {'{', '}'};

    private final Blobs blobs;
    private final Layout layout;
    private final Supplier<KeyedHash> hash;

    Postponements(Blobs blobs, Layout layout, Supplier<KeyedHash> hash) {
        this.blobs = blobs;
        this.layout = layout;
        this.hash = hash;
    }

    void add(ConversationKey key, Instant until) {
        blobs.put(layout.sweep(SweepName.due(until), name(key)), NOTHING, new Condition.Absent());
    }

    /** The names of all that are postponed; those that are over go with the next sweep. */
    Set<String> all() {
        Set<String> names = new HashSet<>();
        String after = "";
        BlobPage page;
        do {
            page = blobs.list(layout.sweeps(), after, LISTED);
            for (BlobEntry entry : page.entries()) {
                SweepName.of(entry).filter(SweepName::isPostponement).ifPresent(name -> names.add(name.hash()));
                after = entry.key();
            }
        } while (page.more());
        return names;
    }

    String name(ConversationKey key) {
        String user = key.user().value();
        return hash.get().of("retry " + user.length() + " " + user + " " + key.conversationId());
    }
}
