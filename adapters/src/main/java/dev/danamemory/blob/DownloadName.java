package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.KeyedHash;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a download is called: a keyed hash of user and conversation, by which a listing finds all of one conversation; the
 * generation that it shows, by which a sweep knows what is out of date; and random characters, by which nobody guesses
 * it.
 */
record DownloadName(String hash, long generation, String nonce) {
    private static final int HASH_LENGTH = 32;
    private static final Pattern FORM =
            Pattern.compile("(?<hash>[0-9a-f]{32})-(?<generation>[0-9]{1,18})-(?<nonce>[0-9a-z]+)" + "\\.json\\.gz");

    /** What stands for a conversation in the names of its downloads. */
    static String hash(KeyedHash keyed, ConversationKey key) {
        String user = key.user().value();
        return keyed.of("download " + user.length() + " " + user + " " + key.conversationId())
                .substring(0, HASH_LENGTH);
    }

    /** Reads the name of an object; nothing when it is none of ours. */
    static Optional<DownloadName> of(BlobEntry entry) {
        Matcher name = FORM.matcher(entry.name());
        return name.matches()
                ? Optional.of(new DownloadName(
                        name.group("hash"), Long.parseLong(name.group("generation")), name.group("nonce")))
                : Optional.empty();
    }

    /** The object's name. */
    String text() {
        return hash + "-" + generation + "-" + nonce + ".json.gz";
    }
}
