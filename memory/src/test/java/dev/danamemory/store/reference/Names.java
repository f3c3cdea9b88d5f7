package dev.danamemory.store.reference;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.contract.Rule;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Under which names a conversation is stored. */
record Names(Set<Rule> broken) {
    String head(ConversationKey key) {
        return "conversations/" + path(key);
    }

    String listed(ConversationKey key) {
        return "list/" + path(key);
    }

    /** Where a user's list is. */
    String list(UserId user) {
        return "list/" + user(user) + (broken.contains(Rule.LIST_OF_ONE_USER) ? "" : "/");
    }

    /** Where a user's conversations are. */
    String conversations(UserId user) {
        return "conversations/" + user(user) + "/";
    }

    /** Where it stands when all of a user's was erased. */
    String erased(UserId user) {
        return "tombstones/" + user(user);
    }

    /** Where the blocks of all epochs are. */
    String blocks(ConversationKey key) {
        return "turns/" + path(key) + "/";
    }

    String block(ConversationKey key, String epoch, long first) {
        return blocks(key) + epoch + "/%010d".formatted(first);
    }

    /** Where the older summaries of all epochs are. */
    String summaries(ConversationKey key) {
        return "summaries/" + path(key) + "/";
    }

    String summary(ConversationKey key, String epoch, long number) {
        return summaries(key) + epoch + "/%010d".formatted(number);
    }

    /** Where the claim of an idempotency key is. */
    String claim(UserId user, String name) {
        return "idempotency/" + user(user) + "/" + name;
    }

    /** An epoch whose name tells its generation. */
    static String epoch(long generation, String random) {
        return "%019d-%s".formatted(generation, random);
    }

    /** The generation in the name of a block or a summary. */
    static long generation(String name) {
        String epoch = name.substring(name.lastIndexOf('/', name.lastIndexOf('/') - 1) + 1);
        return Long.parseLong(epoch.substring(0, epoch.indexOf('-')));
    }

    private String path(ConversationKey key) {
        String id = key.conversationId();
        return user(key.user()) + "/" + (broken.contains(Rule.IDS_AS_THEY_ARE) ? id.toLowerCase(Locale.ROOT) : id);
    }

    private String user(UserId user) {
        String name = user.value();
        return URLEncoder.encode(
                broken.contains(Rule.NAMES_AS_THEY_ARE) ? name.toLowerCase(Locale.ROOT) : name, StandardCharsets.UTF_8);
    }
}
