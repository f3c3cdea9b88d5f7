package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.servers.FaultyProxy;
import dev.danamemory.servers.ProxyFaults;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.contract.StoreCall;
import dev.danamemory.store.contract.StoreFault;
import dev.danamemory.store.contract.StoreFaults;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class TableKeyHashTest {
    private final MemoryTable table = new MemoryTable(Deadline.in(Duration.ofHours(1)));

    private KeyedHash read() {
        return TableKeyHash.read(table, new SecureRandom(), new Contention(Deadline.in(Duration.ofSeconds(5))));
    }

    @Test
    void theSameTextHasTheSameHashInOneTableAndAnotherElsewhere() {
        KeyedHash first = read();
        assertThat(read().of("alice")).isEqualTo(first.of("alice")).matches("[0-9a-f]{64}");
        assertThat(first.of("alice")).isNotEqualTo(first.of("alicf"));
        assertThat(new TableKeyHashTest().read().of("alice")).isNotEqualTo(first.of("alice"));
        assertThat(table.all()).hasSize(1);
    }

    @Test
    void ofManyWhoNeedItFirstOneMakesIt() throws Exception {
        List<Callable<String>> readers = Collections.nCopies(8, () -> read().of("alice"));
        try (ExecutorService threads = Executors.newFixedThreadPool(readers.size())) {
            List<String> hashes = new ArrayList<>();
            for (Future<String> hash : threads.invokeAll(readers)) {
                hashes.add(hash.get());
            }
            assertThat(hashes.stream().distinct()).hasSize(1);
        }
    }

    @Test
    void aCutKeyIsDamage() {
        read();
        Item key = table.all().getFirst();
        table.store(Items.with(key, "key", AttributeValue.fromB(SdkBytes.fromByteArray(new byte[16]))));
        assertThatThrownBy(this::read)
                .isInstanceOf(StoredDataUnreadableException.class)
                .hasMessageContaining("32 bytes");
    }

    @Test
    void itIsReadFromARealTableThroughLostAnswers() {
        TestDynamo dynamo = TestDynamo.shared();
        DynamoDbClient calm = dynamo.sharedClient();
        String name = TestDynamo.createTable(calm);
        try (FaultyProxy proxy = FaultyProxy.before(dynamo.endpoint());
                DynamoDbClient client = dynamo.at(proxy.url()).client()) {
            proxy.faults(ProxyFaults.losingEvery(2));
            KeyedHash hash = TableKeyHash.read(client, name, new SecureRandom());
            proxy.faults(ProxyFaults.NONE);
            assertThat(TableKeyHash.read(calm, name, new SecureRandom()).of("alice"))
                    .isEqualTo(hash.of("alice"));
        } finally {
            calm.deleteTable(delete -> delete.tableName(name));
        }
    }

    @Test
    void aTableThatDoesNotAnswerIsToldAsUnavailable() {
        Table silent = new FaultyTable(table, table, new Silent());
        Contention soon = new Contention(Deadline.in(Duration.ofMillis(50)));
        assertThatThrownBy(() -> TableKeyHash.read(silent, new SecureRandom(), soon))
                .isInstanceOf(StoreUnavailableException.class);
    }

    /** Lets nothing through. */
    private static final class Silent implements StoreFaults {
        @Override
        public void before(StoreCall call, Runnable deliver) {
            throw new StoreFault.NotSent();
        }
    }
}
