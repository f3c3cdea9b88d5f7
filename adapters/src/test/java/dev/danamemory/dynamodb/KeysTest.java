package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.store.contract.IsolationContract;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class KeysTest {
    private static final int LONGEST_PARTITION = 2_048;
    private static final int LONGEST_SORT = 1_024;
    private static final String EPOCH = Epoch.of(1_795_352_400_123L, "abcdefghijklmnop");
    private static final List<String> IDS = List.of("chat", "chat~", "0", "a..b", "x".repeat(128));

    @Test
    void noTwoPlacesAreOne() {
        Set<String> partitions = new HashSet<>();
        int made = 0;
        for (String name : IsolationContract.USERS) {
            UserId user = new UserId(name);
            partitions.add(Keys.directory(user));
            made++;
            for (String id : IDS) {
                partitions.add(Keys.conversation(new ConversationKey(user, id)));
                made++;
            }
        }
        assertThat(partitions).hasSize(made);
    }

    /** With the raw name, the directory of one would be the conversation of another. */
    @Test
    void aNameThatLooksLikeAKeyIsNone() {
        assertThat(Keys.directory(new UserId("alice#chat"))).isEqualTo("u#alice%23chat");
        assertThat(Keys.conversation(new ConversationKey(new UserId("a#b"), "c")))
                .isEqualTo("c#a%23b#c")
                .isNotEqualTo(Keys.conversation(new ConversationKey(new UserId("a%23b"), "c")));
        assertThat(KeyText.of("a\u0000\u007f\n%#b é\uD83D\uDE00")).isEqualTo("a%00%7f%0a%25%23b é\uD83D\uDE00");
    }

    @Test
    void theLongestNamesFit() {
        for (String name : IsolationContract.USERS) {
            ConversationKey key = new ConversationKey(new UserId(name), "x".repeat(128));
            assertThat(bytes(Keys.conversation(key))).isLessThanOrEqualTo(LONGEST_PARTITION);
        }
        ConversationKey longest = new ConversationKey(new UserId("#".repeat(256)), "x".repeat(128));
        assertThat(bytes(Keys.conversation(longest))).isLessThanOrEqualTo(LONGEST_PARTITION);
        assertThat(bytes(Keys.part(longest, EPOCH, "0123456789abcdef", 999).sort()))
                .isLessThanOrEqualTo(LONGEST_SORT);
        assertThat(bytes(Keys.turnId(longest, EPOCH, "x".repeat(256)).sort())).isLessThanOrEqualTo(LONGEST_SORT);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Test
    void everythingSortsBelowTheConversationItemAndTurnsNextToIt() {
        ConversationKey key = new ConversationKey(new UserId("alice"), "chat");
        List<String> sorted = List.of(
                Keys.turnId(key, EPOCH, "mine").sort(),
                Keys.part(key, EPOCH, "0123456789abcdef", 0).sort(),
                Keys.part(key, EPOCH, "0123456789abcdef", 1).sort(),
                Keys.summary(EPOCH, 1),
                Keys.turn(EPOCH, 1),
                Keys.turn(EPOCH, 2),
                Keys.turn(EPOCH, 10),
                Keys.turn(EPOCH, 1_000_000_000),
                Keys.ROOT);
        assertThat(sorted).isSorted();
    }

    @Test
    void laterEpochsSortBehindEarlierOnes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<String> epochs = LongStream.iterate(1, generation -> generation + 1 + random.nextLong(100_000_000_000L))
                .limit(200)
                .mapToObj(
                        generation -> Epoch.of(generation, Long.toHexString(random.nextLong(1L << 62, Long.MAX_VALUE))))
                .toList();
        assertThat(epochs).as("seed %d", seed).isSorted();
        assertThat(Epoch.generation(EPOCH)).hasValue(1_795_352_400_123L);
        assertThat(Epoch.generation("short")).isEmpty();
        assertThat(Epoch.generation("#".repeat(30))).isEmpty();
        assertThat(Keys.epochOf(Keys.turn(EPOCH, 7))).isEqualTo(EPOCH);
        assertThat(Keys.numberOf(Keys.turn(EPOCH, 7))).isEqualTo(7);
    }

    @Test
    void errorsDoNotNameUsers() {
        ConversationKey key = new ConversationKey(new UserId("alice"), "chat");
        assertThat(Keys.turn(key, EPOCH, 7).shown()).isEqualTo("c#chat/" + Keys.turn(EPOCH, 7));
        assertThat(Keys.entry(key).shown()).doesNotContain("alice").contains("chat");
        assertThat(Keys.keyClaim(key.user(), "abc").shown()).doesNotContain("alice");
    }

    /** Cleanup's index tells nothing but keys. */
    @Test
    void whoseAnEntryIsIsReadFromItsKey() {
        for (String user : List.of("alice", "auth0|a/b", "..", "a b", "50%", "#", "%23", "\u0001\n", "日本語", "😀 x")) {
            ConversationKey key = new ConversationKey(new UserId(user), "Chat.1~a");
            assertThat(Keys.ofEntry(Keys.entry(key))).isEqualTo(key);
        }
    }

    @Test
    void anEpochHasAnotherNameInTheArchive() {
        assertThat(Epoch.archived(Epoch.of(1_795_352_400_123L, "abcdefgh01"))).isEqualTo("1795352400123-abcdefgh");
        assertThat(Epoch.archived(Epoch.of(7, "0123456789"))).isEqualTo("7-01234567");
    }
}
