package dev.danamemory.bench;

import dev.danamemory.blob.BlobArchive;
import dev.danamemory.blob.s3.S3Blobs;
import dev.danamemory.dynamodb.DynamoConversationStore;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.StoreUpkeep;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Conversations in a table, with an archive on S3. */
final class DynamoPopulation extends Population {
    private static final int SHARDS = 8;
    private static final int MOST = 25;

    private final DynamoBackend table = new DynamoBackend();
    private final S3Backend archive = new S3Backend();

    @Override
    StoreUpkeep upkeep() {
        return store(InstantSource.system()).upkeep();
    }

    @Override
    ConversationStore storeAt(Instant now) {
        return store(InstantSource.fixed(now));
    }

    private DynamoConversationStore store(InstantSource clock) {
        return new DynamoConversationStore(
                table.client(),
                table.table(),
                new BlobArchive(new S3Blobs(archive.client(), S3Backend.BUCKET), ""),
                new NewIds(new SecureRandom()),
                clock);
    }

    @Override
    Copies copies(ConversationKey template, boolean isWhole) {
        String id = template.conversationId();
        String entries = "u#" + USER.value();
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        Stream.of(entries, "c#" + USER.value() + "#" + id)
                .flatMap(partition -> items(partition).stream())
                .filter(item -> !item.get("pk").s().equals(entries)
                        || item.get("sk").s().equals(id))
                .filter(item -> isWhole || item.get("pk").s().equals(entries))
                .forEach(items::add);
        return new ItemCopies(id, items);
    }

    private List<Map<String, AttributeValue>> items(String partition) {
        return table
                .client()
                .queryPaginator(query -> query.tableName(table.table())
                        .keyConditionExpression("pk = :pk")
                        .expressionAttributeValues(Map.of(":pk", AttributeValue.fromS(partition))))
                .items()
                .stream()
                .toList();
    }

    private final class ItemCopies implements Copies {
        private final String template;
        private final List<Map<String, AttributeValue>> items;

        ItemCopies(String template, List<Map<String, AttributeValue>> items) {
            this.template = template;
            this.items = items;
        }

        @Override
        public int atOnce() {
            return items.size() == 1 ? MOST : 1;
        }

        @Override
        public void write(List<String> ids) {
            List<WriteRequest> requests = ids.stream()
                    .flatMap(id -> items.stream().map(item -> copied(item, id)))
                    .map(item -> WriteRequest.builder()
                            .putRequest(put -> put.item(item))
                            .build())
                    .toList();
            for (int from = 0; from < requests.size(); from += MOST) {
                var some = requests.subList(from, Math.min(requests.size(), from + MOST));
                table.client().batchWriteItem(batch -> batch.requestItems(Map.of(table.table(), some)));
            }
        }

        // the shard of the index is the id's
        private Map<String, AttributeValue> copied(Map<String, AttributeValue> item, String id) {
            Map<String, AttributeValue> copy = new HashMap<>(item);
            copy.computeIfPresent(
                    "pk", (name, value) -> AttributeValue.fromS(value.s().replace(template, id)));
            copy.computeIfPresent(
                    "sk", (name, value) -> AttributeValue.fromS(value.s().replace(template, id)));
            copy.computeIfPresent("gp", (name, value) -> {
                String partition = value.s().substring(0, value.s().lastIndexOf('#') + 1);
                return AttributeValue.fromS(partition + Math.floorMod(id.hashCode(), SHARDS));
            });
            return copy;
        }
    }

    @Override
    public void close() {
        table.close();
        archive.close();
    }
}
