package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Sha256;
import dev.danamemory.model.UserId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where everything lies. The same on S3 and on disk.
 *
 * @param prefix in front of every key; empty or ending with {@code /}
 */
record Layout(String prefix) {
    private static final String SUFFIX = ".json";

    String head(ConversationKey key) {
        return prefix + "conversations/" + path(key) + SUFFIX;
    }

    /** The head whose list entry has this name. */
    String headBeside(UserId user, String entryName) {
        return prefix + "conversations/" + KeyPart.of(user.value()) + "/" + entryName;
    }

    String entry(ConversationKey key) {
        return entries(key.user()) + KeyPart.of(key.conversationId()) + SUFFIX;
    }

    String entries(UserId user) {
        return prefix + "list/" + KeyPart.of(user.value()) + "/";
    }

    String block(ConversationKey key, String epoch, long first, long last) {
        return blocks(key, epoch) + numbers(first, last) + SUFFIX;
    }

    String blocks(ConversationKey key, String epoch) {
        return prefix + "turns/" + path(key) + "/" + epoch + "/";
    }

    String summaries(ConversationKey key, String epoch, long first, long last) {
        return summaries(key, epoch) + numbers(first, last) + SUFFIX;
    }

    String summaries(ConversationKey key, String epoch) {
        return prefix + "summaries/" + path(key) + "/" + epoch + "/";
    }

    String claim(ConversationKey key, String epoch, String turnId) {
        return prefix + "ids/" + path(key) + "/" + epoch + "/" + Sha256.hex(turnId) + SUFFIX;
    }

    /** The claim of an idempotency key; its name is hex digits. */
    String keyClaim(UserId user, String name) {
        return prefix + "idempotency/" + KeyPart.of(user.value()) + "/" + name + SUFFIX;
    }

    /** Folders whose objects all name an epoch right after the conversation. */
    List<String> epochs(ConversationKey key) {
        return List.of(
                prefix + "turns/" + path(key) + "/",
                prefix + "summaries/" + path(key) + "/",
                prefix + "ids/" + path(key) + "/",
                prefix + "index/" + path(key) + "/");
    }

    String archive(ConversationKey key, String epoch, long first, long last) {
        return archives(key) + epoch + "-" + numbers(first, last) + ".json.gz";
    }

    String archives(ConversationKey key) {
        return prefix + "archive/" + path(key) + "/";
    }

    /** The downloads of a user. */
    String downloads(UserId user) {
        return ofUser("downloads", user);
    }

    /** The folder of a kind of object of one user's. */
    String ofUser(String kind, UserId user) {
        return prefix + kind + "/" + KeyPart.of(user.value()) + "/";
    }

    /** The folder of a kind of object of all users. */
    String allOf(String kind) {
        return prefix + kind + "/";
    }

    /** The folder of all list entries. */
    String allEntries() {
        return prefix + "list/";
    }

    String sweeps() {
        return prefix + "sweeps/";
    }

    String tombstones() {
        return prefix + "tombstones/";
    }

    String tombstone(String hash) {
        return tombstones() + hash + SUFFIX;
    }

    /** Where a scheduled run that stopped is to go on. */
    String checkpoint() {
        return prefix + "cleanup" + SUFFIX;
    }

    String sweep(String due, String hash) {
        return prefix + "sweeps/" + due + "-" + hash + SUFFIX;
    }

    String secret() {
        return prefix + "key";
    }

    /** Whether a store wrote it: people leave copies beside what they look at. */
    static boolean isObject(BlobEntry entry) {
        return entry.name().endsWith(SUFFIX);
    }

    /** The conversation id in the name of a head or a list entry; null when the name holds its hash only. */
    static @Nullable String id(BlobEntry entry) {
        return KeyPart.name(entry.name().substring(0, entry.name().length() - SUFFIX.length()));
    }

    /** What a block's or an index's name begins with when its first turn has that number. */
    static String number(long number) {
        return String.format(Locale.ROOT, "%010d", number);
    }

    private static String numbers(long first, long last) {
        return number(first) + "-" + number(last);
    }

    private static String path(ConversationKey key) {
        return KeyPart.of(key.user().value()) + "/" + KeyPart.of(key.conversationId());
    }
}
