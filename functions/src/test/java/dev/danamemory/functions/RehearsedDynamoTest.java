package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.dynamodb.DynamoConversationStore;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.NewConversation;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What a rehearsal needs of a table: a conversation that can be begun, gone on with and read. */
class RehearsedDynamoTest {
    private static final ConversationKey KEY = new ConversationKey(new UserId("nobody"), "rehearsal");

    private static ConversationStore on(DynamoDbClient client) {
        return new DynamoConversationStore(client, "rehearsal", new NewIds(new Random(1)), InstantSource.system());
    }

    private static void append(ConversationStore store, int number) {
        Conversation loaded = store.load(KEY, 20).orElseThrow();
        assertThat(loaded.lastTurn()).isEqualTo(number - 1);
        NewTurn turn = new NewTurn(
                "turn-" + number,
                "question " + number,
                "answer",
                "2026-01-01T00:00:00Z",
                JsonNodeFactory.instance.objectNode(),
                TurnStatus.COMPLETE,
                "default",
                loaded.lastTurn(),
                null,
                List.of(),
                List.of());
        assertThat(store.append(loaded, turn, MemorySettings.defaults())).isInstanceOf(Append.Appended.class);
    }

    @Test
    void turnsAreKeptInOrder() {
        ConversationStore store = on(new RehearsedDynamo());
        assertThat(store.load(KEY, 20)).isEmpty();
        assertThat(store.create(KEY, new NewConversation(null, null, null, JsonNodeFactory.instance.objectNode())))
                .isInstanceOf(Creation.Created.class);
        append(store, 1);
        append(store, 2);
        Conversation read = store.load(KEY, 20).orElseThrow();
        assertThat(read.lastTurn()).isEqualTo(2);
        assertThat(store.newest(read, 20))
                .extracting(turn -> turn.userInput())
                .containsExactly("question 1", "question 2");
    }

    @Test
    void nothingOfItIsInAnotherOne() {
        ConversationStore first = on(new RehearsedDynamo());
        first.create(KEY, new NewConversation(null, null, null, JsonNodeFactory.instance.objectNode()));
        assertThat(first.load(KEY, 20)).isPresent();
        assertThat(on(new RehearsedDynamo()).load(KEY, 20)).isEmpty();
    }

    @Test
    void itIsClosedWithoutAnything() {
        RehearsedDynamo table = new RehearsedDynamo();
        table.close();
        assertThat(table.serviceName()).isEqualTo("dynamodb");
        assertThat(on(table).load(KEY, 20)).isEmpty();
    }
}
