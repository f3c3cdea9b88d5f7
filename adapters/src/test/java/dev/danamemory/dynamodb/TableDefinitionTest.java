package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveStatus;

class TableDefinitionTest {
    private final DynamoDbClient client = TestDynamo.quickClient();
    private final String name = "dana-test-" + UUID.randomUUID();

    @AfterEach
    void drop() {
        client.deleteTable(delete -> delete.tableName(name));
    }

    @Test
    void theTableIsThatOfTheTemplate() {
        Template.tableDefinition().createIfMissing(client, name);
        TableDescription table =
                client.describeTable(describe -> describe.tableName(name)).table();
        assertThat(table.billingModeSummary().billingMode()).isEqualTo(BillingMode.PAY_PER_REQUEST);
        assertThat(table.keySchema().stream().map(KeySchemaElement::attributeName))
                .containsExactly(Item.PARTITION, Item.SORT);
        var index = table.globalSecondaryIndexes().getFirst();
        assertThat(index.keySchema().stream().map(KeySchemaElement::attributeName))
                .containsExactly(EntryItem.INDEX_PARTITION, EntryItem.ACTIVE_AT);
        assertThat(index.projection().projectionType()).isEqualTo(ProjectionType.KEYS_ONLY);
        var expiry =
                client.describeTimeToLive(describe -> describe.tableName(name)).timeToLiveDescription();
        assertThat(expiry.attributeName()).isEqualTo(KeyClaims.EXPIRES_AT);
        assertThat(expiry.timeToLiveStatus()).isEqualTo(TimeToLiveStatus.ENABLED);
    }

    @Test
    void oneThatIsThereIsLeftAlone() {
        Template.tableDefinition().createIfMissing(client, name);
        Template.tableDefinition().createIfMissing(client, name);
        assertThat(client.describeTable(describe -> describe.tableName(name))
                        .table()
                        .itemCount())
                .isZero();
    }

    @Test
    void theTemplateKeepsConversationsSafe() {
        Map<?, ?> properties = Template.tableProperties();
        assertThat(properties.get("DeletionProtectionEnabled")).isEqualTo(true);
        assertThat(properties.get("PointInTimeRecoverySpecification"))
                .isEqualTo(Map.of("PointInTimeRecoveryEnabled", true));
        Template.tableDefinition().createIfMissing(client, name);
    }

    @Test
    void whatADefinitionLacksIsNamed() {
        Template.tableDefinition().createIfMissing(client, name);
        Map<Object, Object> without = new HashMap<>(Template.tableProperties());
        without.remove("KeySchema");
        assertThatThrownBy(() -> new TableDefinition(without).createIfMissing(client, "other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("KeySchema");
    }
}
