package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Sha256;
import dev.danamemory.model.UserId;
import java.util.List;

/**
 * Where everything lies. A user's directory, a conversation and everything else have partitions that begin with another
 * letter each; in a conversation a letter tells the kind of item, and the conversation's own item sorts behind all.
 */
final class Keys {
    /** The conversation item. */
    static final String ROOT = "~";

    /** Kinds of items that belong to an epoch, which is named right behind the letter. */
    static final List<String> OF_EPOCHS = List.of("i", "p", "s", "t");

    private static final String DIRECTORY = "u#";
    private static final int CLAIM_DIGITS = 32;
    private static final int NUMBER_DIGITS = 10;
    private static final int PART_DIGITS = 3;
    static final int SWEEP_SHARDS = 8;
    static final String POSTPONED = "k#postponed";
    static final String AGENTS = "k#agents";

    private Keys() {}

    static String directory(UserId user) {
        return DIRECTORY + KeyText.of(user.value());
    }

    /** Whose conversation an entry of the directory is. */
    static ConversationKey ofEntry(ItemKey entry) {
        UserId user = new UserId(KeyText.read(entry.partition().substring(DIRECTORY.length())));
        return new ConversationKey(user, entry.sort());
    }

    static ItemKey entry(ConversationKey key) {
        return new ItemKey(directory(key.user()), key.conversationId());
    }

    // an id has no #, so the last one ends the user
    static String conversation(ConversationKey key) {
        return "c#" + KeyText.of(key.user().value()) + "#" + key.conversationId();
    }

    static ItemKey root(ConversationKey key) {
        return new ItemKey(conversation(key), ROOT);
    }

    static ItemKey turn(ConversationKey key, String epoch, long number) {
        return new ItemKey(conversation(key), turn(epoch, number));
    }

    /** Sorts by epoch, then by number. */
    static String turn(String epoch, long number) {
        return "t" + epoch + "#" + digits(number);
    }

    /** The epoch and what follows it in a sort key of a kind that belongs to an epoch. */
    static String fromEpoch(String sort) {
        return sort.substring(1);
    }

    /** The epoch that a turn's sort key names. */
    static String epochOf(String sort) {
        return sort.substring(1, 1 + Epoch.LENGTH);
    }

    /** The number that a turn's sort key names. */
    static long numberOf(String sort) {
        return Long.parseLong(sort.substring(2 + Epoch.LENGTH));
    }

    static ItemKey summary(ConversationKey key, String epoch, long ordinal) {
        return new ItemKey(conversation(key), summary(epoch, ordinal));
    }

    static String summary(String epoch, long ordinal) {
        return "s" + epoch + "#" + digits(ordinal);
    }

    /** A part of what is too large for one item; the attempt is that of its writer alone. */
    static ItemKey part(ConversationKey key, String epoch, String attempt, int n) {
        return new ItemKey(conversation(key), "p" + epoch + "#" + attempt + "#" + padded(n, PART_DIGITS));
    }

    /** The claim of a turn id that a caller chose. */
    static ItemKey turnId(ConversationKey key, String epoch, String turnId) {
        return new ItemKey(
                conversation(key), "i" + epoch + "#" + Sha256.hex(turnId).substring(0, CLAIM_DIGITS));
    }

    /** The claim of an idempotency key; its name is hex digits. */
    static ItemKey keyClaim(UserId user, String name) {
        return new ItemKey("k#" + Sha256.hex(user.value() + "#" + name), "claim");
    }

    /** What cleanup is to sweep once more; by the time when it is due. */
    static ItemKey sweep(UserId user, String due, String nonce) {
        return new ItemKey(sweeps(Math.floorMod(user.value().hashCode(), SWEEP_SHARDS)), due + "-" + nonce);
    }

    /** One of {@value #SWEEP_SHARDS} partitions of what is to be swept once more. */
    static String sweeps(int shard) {
        return "k#sweeps#" + shard;
    }

    /** What cleanup is to leave alone for a while; the hash is keyed. */
    static ItemKey postponement(String hash) {
        return new ItemKey(POSTPONED, hash);
    }

    /** An agent that conversations here are of. */
    static ItemKey agent(String agentId) {
        return new ItemKey(AGENTS, agentId);
    }

    /** Where cleanup stopped. */
    static ItemKey checkpoint() {
        return new ItemKey("k#cleanup", "checkpoint");
    }

    /** What stays of an erased user or conversation; the hash is keyed. */
    static ItemKey tombstone(String hash) {
        return new ItemKey("k#" + hash, "tombstone");
    }

    static ItemKey secret() {
        return new ItemKey("k#secret", "key");
    }

    // on the way of every turn, where a format would take longer than all else
    private static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }

    private static String digits(long number) {
        return padded(number, NUMBER_DIGITS);
    }
}
