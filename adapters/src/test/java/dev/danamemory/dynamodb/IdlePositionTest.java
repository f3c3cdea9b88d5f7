package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a page ended is told in a text that says the same again. */
class IdlePositionTest {
    @ParameterizedTest
    @ValueSource(strings = {"alice", "a b c", " ", "auth0|a/b", "#%", "😀 😀"})
    void itIsReadAsItWasWritten(String user) {
        ConversationKey key = new ConversationKey(new UserId(user), "chat-1");
        IdleRow row = new IdleRow("active#an-agent#7", 1_795_352_400_123_456L, Keys.entry(key));
        assertThat(IdlePosition.read(IdlePosition.of(row))).contains(row);
    }

    @Test
    void activityOfNoTimeAtAllIsATimeToo() {
        IdleRow row = new IdleRow("archived##0", -1, new ItemKey("u#u", "id"));
        assertThat(IdlePosition.read(IdlePosition.of(row))).contains(row);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "here", "a b c d", "list/alice/chat.json", "a 12"})
    void anythingElseIsNoPosition(String text) {
        assertThat(IdlePosition.read(text)).isEmpty();
    }
}
