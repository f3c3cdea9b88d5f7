package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.dynamodb.TableDefinition;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.UserId;
import dev.danamemory.servers.DynamoDbServer;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.NewConversation;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/** What the environment can say of the DynamoDB store. */
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class DynamoWiringTest {
    private static final String ENDPOINT = "aws.endpointUrlDynamoDb";
    private static final Map<String, String> SDK = Map.of(
            "aws.region", DynamoDbServer.REGION,
            "aws.accessKeyId", DynamoDbServer.ACCESS_KEY,
            "aws.secretAccessKey", DynamoDbServer.SECRET_KEY,
            "aws.disableEc2Metadata", "true");
    private static final ConversationKey KEY = new ConversationKey(new UserId("ada"), "chat");

    private final String table = "wiring-" + UUID.randomUUID();

    @BeforeEach
    void set() {
        SDK.forEach(System::setProperty);
        System.setProperty(ENDPOINT, DynamoDbServer.shared().url().toString());
    }

    @AfterEach
    void clear() {
        SDK.keySet().forEach(System::clearProperty);
        System.clearProperty(ENDPOINT);
    }

    @Test
    void whatOneProcessStoresAnotherOneFinds() {
        wiring("MEMORY_TABLE", table).createMissing(() -> new TableDefinition(properties()));
        wiring("MEMORY_TABLE", table).createMissing(() -> new TableDefinition(properties()));
        Ports ports = wiring("MEMORY_TABLE", table).ports();
        Ports others = wiring("MEMORY_TABLE", table).ports();
        ConversationStore store = ports.store();
        assertThat(store.create(KEY, new NewConversation(null, null, null, JsonNodeFactory.instance.objectNode())))
                .isInstanceOf(Creation.Created.class);

        assertThat(others.store().load(KEY, 20)).isPresent();
        assertThat(others.hash().of("ada")).isEqualTo(ports.hash().of("ada"));
    }

    @Test
    void itsCleanupIsToldToBeMissing() {
        wiring("MEMORY_TABLE", table).createMissing(() -> new TableDefinition(properties()));
        Ports ports = wiring("MEMORY_TABLE", table).ports();

        assertThat(ports.upkeep().archives()).isFalse();
        assertThatThrownBy(() -> ports.upkeep().sweep())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("the DynamoDB store is not cleaned up by this version");
    }

    @Test
    void theTableHasToBeSaidAndToBeOne() {
        assertThatThrownBy(() -> wiring("MEMORY_TABLE", "").ports())
                .hasMessage("MEMORY_TABLE has to name the table of the DynamoDB store");
        assertThatThrownBy(() -> wiring("MEMORY_TABLE", "a/b").ports())
                .isInstanceOf(StartException.class)
                .hasMessageContaining("3 to 255");
    }

    private static Map<?, ?> properties() {
        return (Map<?, ?>) Template.resource("Table").at("Properties").value();
    }

    private static Wiring wiring(String variable, String value) {
        Map<String, String> environment = new HashMap<>(Map.of("MEMORY_STORE", "dynamodb"));
        environment.put(variable, value);
        return new Wiring(environment);
    }
}
