package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.DirectoryEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Isolation of users and of conversations, whatever characters they have. */
public interface IsolationContract extends Clauses {
    /** Users whose names something may take for one another, for a path, or for a piece of a key. */
    List<String> USERS = List.of(
            "alice",
            "Alice",
            "ALICE",
            "alice ",
            "alice.",
            "alice/chat",
            "alice#chat",
            "alice%2fchat",
            "alice%2Fchat",
            ".",
            "..",
            "../alice",
            "/",
            "\\",
            "a\u0000b",
            "a",
            "%",
            "%61lice",
            "=",
            "*",
            "con",
            "~",
            "-",
            "caf\u00e9",
            "cafe\u0301",
            "\uD83D\uDE00".repeat(256),
            "\uD83D\uDE00".repeat(255) + "\uD83D\uDE01",
            "x".repeat(256),
            "x".repeat(255) + "y",
            "X".repeat(256),
            "x".repeat(100),
            "x".repeat(101),
            "auth0|a/b",
            "\u0130\u0131\u00DF",
            "line\nbreak\r\t");

    @Test
    default void noUserReachesAnothersConversation() {
        for (String user : USERS) {
            ConversationKey key = new ConversationKey(new UserId(user), "chat");
            bench().observeNothing(key);
            bench().create(key, Samples.titled("of " + user.codePointCount(0, user.length())));
            bench().append(key, "mine: " + user);
        }
        for (String user : USERS) {
            ConversationKey key = new ConversationKey(new UserId(user), "chat");
            assertThat(bench().observe(key).turns().getFirst().userInput()).isEqualTo("mine: " + user);
            assertThat(bench().list(key.user())).hasSize(1);
            bench().clear(key);
            bench().append(key, "again: " + user);
        }
        List<String> left = new ArrayList<>(USERS);
        while (!left.isEmpty()) {
            ConversationKey erased = new ConversationKey(new UserId(left.removeFirst()), "chat");
            bench().erase(erased);
            bench().observeNothing(erased);
            for (String user : left.subList(0, Math.min(3, left.size()))) {
                ConversationKey key = new ConversationKey(new UserId(user), "chat");
                assertThat(bench().observe(key).turns().getFirst().userInput()).isEqualTo("again: " + user);
            }
        }
    }

    @Test
    default void noConversationReachesAnother() {
        UserId user = new UserId("alice");
        List<String> ids = List.of(
                "chat",
                "Chat",
                "CHAT",
                "chat.",
                "chat.json",
                "chat~",
                "chat-1",
                "chat_1",
                "c",
                "con",
                "NUL",
                "0",
                "00",
                "a..b",
                "x".repeat(128),
                "x".repeat(127) + "y",
                "x".repeat(127) + "Y",
                "X".repeat(128));
        for (String id : ids) {
            ConversationKey key = new ConversationKey(user, id);
            bench().observeNothing(key);
            bench().imported(key, Samples.file(1, 45));
            bench().append(key, "mine: " + id);
        }
        assertThat(bench().list(user).stream().map(DirectoryEntry::conversationId))
                .containsExactlyInAnyOrderElementsOf(ids);
        for (String id : ids) {
            ConversationKey key = new ConversationKey(user, id);
            assertThat(bench().observe(key).turns().getLast().userInput()).isEqualTo("mine: " + id);
            bench().erase(key);
            bench().observeNothing(key);
        }
        assertThat(bench().list(user)).isEmpty();
    }
}
