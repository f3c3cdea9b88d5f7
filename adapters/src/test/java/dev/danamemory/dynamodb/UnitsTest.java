package dev.danamemory.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.NewTurn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.Touch;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.store.contract.Samples;
import dev.danamemory.store.contract.StoreFaults;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/** Capacity units, as the server counts them, beside those of a bare put of the same turn. */
class UnitsTest {
    private static final int SESSIONS = 3;
    private static final int SESSION = 20;

    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final DynamoDbClient client = TestDynamo.quickClient();
    private String bareTable;
    private Bench bench;

    @BeforeEach
    void open() {
        System.out.println("seed " + seed);
        bench = new Bench(new DynamoSpec(false));
        bareTable = TestDynamo.createTable(client);
    }

    @AfterEach
    void close() {
        client.deleteTable(delete -> delete.tableName(bareTable));
        bench.close();
    }

    @Test
    void aTurnOfTalkIsWrittenForLessThanABarePut() {
        Cost cost = sessions((turn, text) -> SeededTurns.talk(text, 300 + turn * 60));
        assertThat(cost.written() / cost.bare()).as("%s, seed %d", cost, seed).isLessThan(0.9);
    }

    @Test
    void aTurnThatCannotBePackedIsWrittenForHardlyMore() {
        Cost cost = sessions((turn, text) -> SeededTurns.noise(text, 100 + turn * 45));
        assertThat(cost.written() / cost.bare()).as("%s, seed %d", cost, seed).isLessThan(1.2);
    }

    /** A bare put of about 1 KB takes one unit, or two; so does ours, and touches come once in 20 turns. */
    @Test
    void aTurnOfAKilobyteIsWrittenForAtMostAFifthMore() {
        Cost cost = sessions((turn, text) -> SeededTurns.talk(text, 420));
        assertThat(cost.written() / cost.bare()).as("%s, seed %d", cost, seed).isLessThanOrEqualTo(1.2);
    }

    /** Twenty turns of 1 KB are six units when they are read as they came. */
    @Test
    void aWindowIsReadForLessThanItsBytes() {
        Conversation last = bench.create(bench.key());
        for (int turn = 1; turn <= SESSION; turn++) {
            last = Bench.appended(bench.store().append(last, talk(500), Bench.SETTINGS))
                    .conversation();
        }
        Meter meter = new Meter();
        bench.store().within(meter, soon()).load(last.header().key(), SESSION);
        assertThat(meter.use().reads()).isEqualTo(1);
        assertThat(meter.use().units()).as("seed %d", seed).isBetween(1.0, 5.0);
    }

    @Test
    void aConversationIsMadeForSixUnitsAndOneLook() {
        bench.create(bench.key());
        Meter meter = new Meter();
        bench.store().within(meter, soon()).create(bench.key(), Samples.titled("Title"));
        assertThat(meter.use().writes()).isEqualTo(2);
        // the conversation, its entry, the entry in the index; and a look whether the user was erased
        assertThat(meter.use().units()).isLessThanOrEqualTo(6.0);
    }

    private record Cost(double written, double bare) {}

    private Cost sessions(BiFunction<Integer, Random, String> text) {
        Meter meter = new Meter();
        ConversationStore store = bench.store(StoreFaults.NONE).within(meter, soon());
        var key = bench.key();
        bench.create(key, new NewConversation("default", null, null, Samples.none()));
        bench.append(key, "the first one, which names the conversation");
        double bare = 0;
        double read = 0;
        for (int n = 0; n < SESSIONS * SESSION; n++) {
            if (n % SESSION == 0) {
                bench.clock().advance(Duration.ofHours(1));
            }
            NewTurn turn = SeededTurns.turn(
                    n + "-0123456789abcdef", text.apply(n % SESSION, random), text.apply(n % SESSION, random));
            double before = units(meter);
            Conversation loaded = store.load(key, SESSION).orElseThrow();
            read += units(meter) - before;
            Conversation current = ((Touch.Current) store.touch(loaded)).conversation();
            Bench.appended(store.append(current, turn, Bench.SETTINGS));
            bare += barePut(Keys.conversation(key), turn, n + 2);
        }
        assertThat(meter.use().writes()).isEqualTo(SESSIONS * SESSION + SESSIONS);
        return new Cost(meter.use().units() - read, bare);
    }

    private static double units(Meter meter) {
        Double units = meter.use().units();
        return units == null ? 0 : units;
    }

    // the turn as one would write it down without a store
    private double barePut(String partition, NewTurn turn, long number) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("pk", AttributeValue.fromS(partition));
        item.put("sk", AttributeValue.fromS("turn#%010d".formatted(number)));
        item.put("turn_id", AttributeValue.fromS(turn.turnId()));
        item.put("turn_number", AttributeValue.fromN(Long.toString(number)));
        item.put("user_input", AttributeValue.fromS(turn.userInput()));
        item.put("agent_response", AttributeValue.fromS(turn.agentResponse()));
        item.put("timestamp", AttributeValue.fromS(turn.timestamp()));
        item.put("metadata", AttributeValue.fromM(Map.of()));
        item.put("agent_id", AttributeValue.fromS("default"));
        item.put("context_through", AttributeValue.fromN("3"));
        return client.putItem(
                        put -> put.tableName(bareTable).item(item).returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .capacityUnits();
    }

    private NewTurn talk(int bytes) {
        return SeededTurns.turn(Samples.id("t"), SeededTurns.talk(random, bytes), SeededTurns.talk(random, bytes));
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofMinutes(1));
    }
}
