package dev.danamemory.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Import;
import dev.danamemory.store.ImportRequest;
import dev.danamemory.store.Meter;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnConsumedCapacity;

/**
 * Prints what load and append take, as a ratio to the same SDK calls made bare with as many bytes, side by side in one run;
 * and for DynamoDB what an append costs in write units, as a ratio to a bare {@code PutItem} of the same turn.
 */
final class BareRatio {
    private static final int WARM_UP = 400;
    private static final int ROUNDS = 600;
    private static final int WINDOW = 20;
    private static final int SESSION = 20;

    private final Talk talk = new Talk();
    private final UserId user = new UserId("bench");

    private BareRatio() {}

    /** One read and one write without a store. */
    @FunctionalInterface
    private interface Bare {
        void readAndWrite(int round);
    }

    public static void main(String[] args) {
        System.out.println("| store | load + append, median ms | bare calls, median ms | ratio |");
        System.out.println("| --- | --- | --- | --- |");
        try (S3Backend s3 = new S3Backend()) {
            new BareRatio().times(s3, bare(s3));
        }
        try (DynamoBackend dynamo = new DynamoBackend()) {
            new BareRatio().times(dynamo, bare(dynamo));
        }
        try (DynamoBackend dynamo = new DynamoBackend()) {
            new BareRatio().units(dynamo);
        }
        // DynamoDB Local leaves threads
        System.exit(0);
    }

    // a head of about 30 turns
    private static Bare bare(S3Backend s3) {
        byte[] head = new byte[36_000];
        Arrays.fill(head, (byte) 'x');
        String[] etag = {
            s3.client()
                    .putObject(put -> put.bucket(S3Backend.BUCKET).key("bare"), RequestBody.fromBytes(head))
                    .eTag()
        };
        return round -> {
            s3.client().getObjectAsBytes(get -> get.bucket(S3Backend.BUCKET).key("bare"));
            byte[] next = head.clone();
            next[0] = (byte) round;
            etag[0] = s3.client()
                    .putObject(
                            put -> put.bucket(S3Backend.BUCKET).key("bare").ifMatch(etag[0]),
                            RequestBody.fromBytes(next))
                    .eTag();
        };
    }

    private static Bare bare(DynamoBackend dynamo) {
        String turn = "x".repeat(1_100);
        for (int i = 0; i < WINDOW; i++) {
            put(dynamo, i, turn);
        }
        return round -> {
            dynamo.client()
                    .query(query -> query.tableName(dynamo.table())
                            .consistentRead(true)
                            .scanIndexForward(false)
                            .limit(WINDOW + 1)
                            .keyConditionExpression("pk = :pk")
                            .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS("bare"))));
            put(dynamo, WINDOW + round, turn);
        };
    }

    private static double put(DynamoBackend dynamo, int number, String turn) {
        return dynamo.client()
                .putItem(put -> put.tableName(dynamo.table())
                        .item(Map.of(
                                "pk", AttributeValue.fromS("bare"),
                                "sk", AttributeValue.fromS("t%010d".formatted(number)),
                                "turn", AttributeValue.fromS(turn)))
                        .conditionExpression("attribute_not_exists(pk)")
                        .returnConsumedCapacity(ReturnConsumedCapacity.TOTAL))
                .consumedCapacity()
                .capacityUnits();
    }

    private void times(Backend backend, Bare bare) {
        ConversationStore store = backend.store();
        ConversationKey key = begun(store, 40);
        long[] ours = new long[ROUNDS];
        long[] plain = new long[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            long start = System.nanoTime();
            append(store, key);
            long between = System.nanoTime();
            bare.readAndWrite(i + WARM_UP);
            long end = System.nanoTime();
            if (i >= 0) {
                ours[i] = between - start;
                plain[i] = end - between;
            }
        }
        double mine = median(ours);
        double theirs = median(plain);
        System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.2f |%n", backend.name(), mine, theirs, mine / theirs);
    }

    // conversations of 20-turn sessions, half an hour apart in the store's eyes: a touch each
    private void units(DynamoBackend dynamo) {
        ConversationStore store = dynamo.store();
        double ours = 0;
        double bare = 0;
        int number = 0;
        for (int conversation = 0; conversation < 5; conversation++) {
            ConversationKey key = begun(store, 1);
            for (int i = 0; i < SESSION; i++) {
                Meter meter = new Meter();
                NewTurn turn = append(store.within(meter, Deadline.in(Duration.ofSeconds(10))), key);
                Double units = meter.use().units();
                ours += (units == null ? 0 : units) - readUnits(store, key);
                bare += put(dynamo, 1_000_000 + number++, turn.userInput() + turn.agentResponse());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%nwrite units per appended turn: %.2f, a bare PutItem: %.2f, ratio %.2f%n",
                ours / number,
                bare / number,
                ours / bare);
    }

    private static double readUnits(ConversationStore store, ConversationKey key) {
        Meter meter = new Meter();
        var loaded = store.within(meter, Deadline.in(Duration.ofSeconds(10))).load(key, WINDOW);
        Double units = meter.use().units();
        return loaded.isEmpty() || units == null ? 0 : units;
    }

    private ConversationKey begun(ConversationStore store, int turns) {
        ConversationKey key = new ConversationKey(user, "chat-" + UUID.randomUUID());
        Import begun = store.importFile(
                key,
                new ImportRequest(talk.history(turns), "default", key.conversationId(), MemorySettings.defaults()));
        if (!(begun instanceof Import.Imported)) {
            throw new IllegalStateException("the history is not there");
        }
        return key;
    }

    private NewTurn append(ConversationStore store, ConversationKey key) {
        Conversation loaded = store.load(key, WINDOW).orElseThrow();
        NewTurn turn = new NewTurn(
                loaded.lastTurn() + "-" + UUID.randomUUID().toString().substring(0, 16),
                talk.side(),
                talk.side(),
                "2026-11-22T12:00:00Z",
                JsonNodeFactory.instance.objectNode(),
                TurnStatus.COMPLETE,
                "default",
                loaded.lastTurn(),
                null,
                List.of(),
                List.of());
        if (!(store.append(loaded, turn, MemorySettings.defaults()) instanceof Append.Appended)) {
            throw new IllegalStateException("the turn is not there");
        }
        return turn;
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }
}
