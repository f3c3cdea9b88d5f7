package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.StoreUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class AwsTableTest {
    private final DynamoDbClient client = TestDynamo.shared().sharedClient();
    private final Meter meter = new Meter();
    private String name;
    private Table table;

    @BeforeEach
    void open() {
        name = TestDynamo.createTable(client);
        table = new AwsTable(client, name, meter, Deadline.in(Duration.ofMinutes(1)));
    }

    @AfterEach
    void close() {
        client.deleteTable(delete -> delete.tableName(name));
    }

    private static Item item(String sort, int bytes) {
        return Item.at(new ItemKey("p", sort)).bytes("c", new byte[bytes]).build();
    }

    @Test
    void everyRequestIsCountedAsTheServerCountsIt() {
        table.put(item("a", 3_000), Condition.nothing());
        assertThat(meter.use().writes()).isEqualTo(1);
        assertThat(meter.use().units()).isEqualTo(3.0);
        table.get(new ItemKey("p", "a"));
        assertThat(meter.use().units()).isEqualTo(4.0);
        table.query(Range.forwards("p", "a", "z", 10));
        table.getAll(List.of(new ItemKey("p", "a"), new ItemKey("p", "b")));
        assertThat(meter.use().reads()).isEqualTo(3);
        assertThat(meter.use().readBytes()).isEqualTo(3 * ItemSize.of(item("a", 3_000)));
        assertThat(table.write(new Writes(List.of(new ItemKey("p", "a")), List.of(item("b", 10))))
                        .size())
                .isZero();
        assertThat(meter.use().writes()).isEqualTo(2);
        assertThat(meter.use().writtenBytes()).isEqualTo(ItemSize.of(item("a", 3_000)) + ItemSize.of(item("b", 10)));
    }

    @Test
    void aQueryGoesOnWhereItsPageEnded() {
        for (char sort = 'a'; sort <= 'e'; sort++) {
            table.put(item(String.valueOf(sort), 300_000), Condition.nothing());
        }
        Range range = Range.backwards("p", "a", "z", 100);
        ItemPage first = table.query(range);
        assertThat(first.items()).hasSizeBetween(3, 4);
        ItemPage second = table.query(range.after(first.next()));
        assertThat(second.next()).isNull();
        assertThat(first.items().size() + second.items().size()).isEqualTo(5);
    }

    /** Words that DynamoDB reserves are attributes like others. */
    @Test
    void conditionsMayNameAnyAttribute() {
        Item item = Item.at(new ItemKey("p", "a"))
                .text("status", "new")
                .number("size", 3L)
                .build();
        assertThat(table.put(item, Condition.nothing())).isInstanceOf(PutResult.Stored.class);
        assertThat(table.put(item, Condition.same(item, "status", "size", "ttl")))
                .isInstanceOf(PutResult.Stored.class);
        Condition smaller = new Condition(Map.of(), Set.of("ttl"), Map.of("size", 2L));
        assertThat(table.put(item, smaller)).isEqualTo(new PutResult.Refused(item));
        Condition other = new Condition(Map.of("status", AttributeValue.fromS("old")), Set.of(), Map.of());
        assertThat(table.put(item, other)).isEqualTo(new PutResult.Refused(item));
        Item absent = Item.at(new ItemKey("p", "b")).build();
        assertThat(table.put(absent, Condition.same(absent, "size"))).isEqualTo(new PutResult.Refused(null));
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                DynamoDbClient unheard = TestDynamo.shared()
                        .at(URI.create("http://127.0.0.1:" + silent.getLocalPort()))
                        .client()) {
            Table lost = new AwsTable(unheard, name, meter, Deadline.in(Duration.ofMillis(300)));
            assertThatThrownBy(() -> lost.get(new ItemKey("p", "a"))).isInstanceOf(TableUnavailableException.class);
            assertThatThrownBy(() -> lost.put(item("a", 1), Condition.nothing()))
                    .isInstanceOf(TableUnavailableException.class);
        }
    }

    @Test
    void aTableThatIsMissingIsNoPassingFailure() {
        Table missing = new AwsTable(client, "missing", meter, Deadline.in(Duration.ofMinutes(1)));
        assertThatThrownBy(() -> missing.get(new ItemKey("p", "a")))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageContaining("ResourceNotFoundException")
                .hasMessageContaining("MEMORY_TABLE");
    }

    @Test
    void failuresThatPassAreToldFromOthers() {
        assertThat(passing(answered(400, "ProvisionedThroughputExceededException"))
                        .isThrottled())
                .isTrue();
        assertThat(passing(answered(400, "ThrottlingException")).isThrottled()).isTrue();
        assertThat(passing(answered(400, "RequestLimitExceeded")).isThrottled()).isTrue();
        assertThat(passing(answered(500, "InternalServerError")).isThrottled()).isFalse();
        assertThat(passing(answered(503, "ServiceUnavailable")).isThrottled()).isFalse();
        assertThat(passing(answered(400, "TransactionConflictException")).isThrottled())
                .isFalse();
        assertThat(passing(SdkClientException.create("connection reset")).isThrottled())
                .isFalse();
        SdkException wrong = answered(400, "ValidationException");
        assertThat(AwsFailures.of(wrong)).isSameAs(wrong);
    }

    @ParameterizedTest
    @ValueSource(strings = {"AccessDeniedException", "ExpiredTokenException", "UnrecognizedClientException"})
    void aRefusalSaysWhatIsMissingAndNamesNoUser(String code) {
        assertThat(AwsFailures.of(answered(400, code)))
                .isInstanceOf(StoreUnavailableException.class)
                .hasMessageStartingWith("DynamoDB refused (" + code + "): the ")
                .hasNoCause();
    }

    @Test
    void aCallThatWasBrokenOffStaysSo() {
        assertThat(AwsFailures.of(AbortedException.create("broken off"))).isInstanceOf(TableUnavailableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static TableUnavailableException passing(SdkException failure) {
        RuntimeException told = AwsFailures.of(failure);
        assertThat(told).isInstanceOf(TableUnavailableException.class).hasCause(failure);
        return (TableUnavailableException) told;
    }

    private static SdkException answered(int status, String code) {
        return DynamoDbException.builder()
                .statusCode(status)
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }
}
