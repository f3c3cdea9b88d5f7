package dev.danamemory.functions.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.UserId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CursorsTest {
    private static final Cursors ALICES = cursors("alice", null, null);

    private static Cursors cursors(String user, String agent, ConversationStatus status) {
        return new Cursors(text -> Integer.toHexString(("key" + text).hashCode()), new UserId(user), agent, status);
    }

    @Test
    void openGivesWhatWasSealed() {
        for (String position : List.of("", "a", "a\nb", "\ud83d\ude00", "x".repeat(5_000))) {
            String cursor = ALICES.seal(position);
            assertThat(cursor).matches("[A-Za-z0-9_-]+");
            assertThat(ALICES.open(cursor)).isEqualTo(position);
        }
    }

    @Test
    void othersCannotOpenIt() {
        String cursor = ALICES.seal("position");
        for (Cursors other : List.of(
                cursors("alice2", null, null),
                cursors("alice", "default", null),
                cursors("alice", null, ConversationStatus.ACTIVE),
                cursors("alice", null, ConversationStatus.ARCHIVED))) {
            assertThatThrownBy(() -> other.open(cursor)).isInstanceOf(ProblemException.class);
        }
    }

    @Test
    void changedOnesAreRefused() {
        long seed = 7;
        Random random = new Random(seed);
        byte[] sealed = Base64.getUrlDecoder().decode(ALICES.seal("position"));
        for (int round = 0; round < 200; round++) {
            byte[] changed = sealed.clone();
            changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(7));
            String cursor = Base64.getUrlEncoder().encodeToString(changed);
            assertThatThrownBy(() -> ALICES.open(cursor))
                    .as("seed %d, round %d: %s", seed, round, new String(changed, StandardCharsets.ISO_8859_1))
                    .isInstanceOf(ProblemException.class);
        }
    }
}
