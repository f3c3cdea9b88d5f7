package dev.danamemory.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"a", "A", "0", "dana-12", "2ce1220b-ef37-4bbd-912b-68a3bacb2fd7", "a._~-", "0..", "A.b~c_d-"})
    void isAnId(String id) {
        assertThat(Ids.isId(id)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", ".", "..", "-a", "_memory", "~", "a/b", "a b", "a\n", "é", "a%2fb", "a\\b", "a:b", "👋", "１",
                "a\u0000"
            })
    void isNone(String id) {
        assertThat(Ids.isId(id)).isFalse();
        assertThat(Ids.isTurnId(id)).isFalse();
        assertThatThrownBy(() -> new ConversationKey(new UserId("u"), id))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 to 128");
    }

    @Test
    void hasAtMost128Characters() {
        assertThat(Ids.isId("a".repeat(128))).isTrue();
        assertThat(Ids.isId("a".repeat(129))).isFalse();
    }

    @Test
    void digitsAreATurnsNumberAndNoId() {
        assertThat(Ids.isTurnId("12")).isFalse();
        assertThat(Ids.isNumber("12")).isTrue();
        assertThat(Ids.isId("12")).isTrue();
        assertThat(Ids.isTurnId("12a")).isTrue();
        assertThat(Ids.isNumber("-12")).isFalse();
        assertThat(Ids.isNumber("")).isFalse();
    }

    @Test
    void aKeyHoldsUserAndId() {
        ConversationKey key = new ConversationKey(new UserId("a/.."), "c-1");
        assertThat(key).isEqualTo(new ConversationKey(new UserId("a/.."), "c-1"));
        assertThat(key).isNotEqualTo(new ConversationKey(new UserId("A/.."), "c-1"));
    }
}
