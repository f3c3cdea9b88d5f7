package dev.danamemory.dynamodb;

import dev.danamemory.model.NewIds;
import dev.danamemory.servers.PressureContract;
import dev.danamemory.servers.ProxiedRequest;
import dev.danamemory.servers.Refusal;
import dev.danamemory.store.ConversationStore;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoPressureTest extends PressureContract {
    private final TestDynamo dynamo = TestDynamo.shared();
    private final DynamoDbClient calm = dynamo.sharedClient();
    private final String table = TestDynamo.createTable(calm);

    @AfterEach
    void dropTable() {
        calm.deleteTable(delete -> delete.tableName(table));
    }

    @Override
    protected URI server() {
        return dynamo.endpoint();
    }

    @Override
    protected ConversationStore store(URI url) {
        return new DynamoConversationStore(
                dynamo.at(url).client(), table, new NewIds(new SecureRandom()), InstantSource.system());
    }

    @Override
    protected List<Refusal> refusals() {
        return Refusal.DYNAMO_DB;
    }

    @Override
    protected boolean storesTurn(ProxiedRequest request) {
        return request.header("X-Amz-Target").endsWith("PutItem")
                && request.text().contains("\"sk\":{\"S\":\"t");
    }
}
