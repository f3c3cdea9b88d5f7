package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.model.InstantText;
import dev.danamemory.store.DirectoryEntry;
import dev.danamemory.store.rules.StoredFields;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A directory entry as it is stored, with the attributes by which cleanup's index finds what is idle. */
final class EntryItem {
    static final String ACTIVE_AT = "a";
    /** Partition of cleanup's index: status, agent and one of {@value #SHARDS} shards. */
    static final String INDEX_PARTITION = "gp";

    private static final String CONTENT = "c";
    static final int SHARDS = 8;

    private EntryItem() {}

    static Item of(ItemKey place, Entry entry) {
        return Item.at(place)
                .text(RootItem.BIRTH, entry.birth())
                .number(RootItem.REVISION, entry.revision())
                .number(ACTIVE_AT, Micros.of(entry.activeAt()))
                .text(INDEX_PARTITION, indexPartition(place, entry))
                .bytes(CONTENT, Packing.pack(json(entry.shown())))
                .build();
    }

    private static String indexPartition(ItemKey place, Entry entry) {
        int shard = Math.floorMod(place.sort().hashCode(), SHARDS);
        return indexPartition(entry.status(), entry.shown().agentId(), shard);
    }

    // an agent's id has no #
    static String indexPartition(ConversationStatus status, @Nullable String agentId, int shard) {
        return status.wire() + "#" + (agentId == null ? "" : agentId) + "#" + shard;
    }

    private static ObjectNode json(DirectoryEntry shown) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("agent_id", shown.agentId());
        json.put("title", shown.title());
        json.put("status", shown.status().wire());
        json.put("created_at", shown.createdAt());
        json.set("metadata", shown.metadata());
        return json;
    }

    /** @throws RuntimeException of whatever kind when the item is no entry */
    static Entry read(Item item) {
        StoredFields json = StoredFields.of(Packing.unpack(item.bytes(CONTENT)));
        Instant activeAt = activeAt(item);
        DirectoryEntry shown = new DirectoryEntry(
                item.key().sort(),
                json.optionalText("agent_id"),
                json.optionalText("title"),
                ConversationStatus.of(json.text("status")).orElseThrow(),
                json.text("created_at"),
                InstantText.of(activeAt),
                json.optionalObject("metadata").orElseThrow());
        return new Entry(shown, item.text(RootItem.BIRTH), item.number(RootItem.REVISION), activeAt);
    }

    /** When activity was last recorded; long ago where the item is damaged. */
    static Instant activeAt(Item item) {
        Long micros = item.optionalNumber(ACTIVE_AT);
        return micros == null ? Instant.EPOCH : Micros.instant(micros);
    }

    /** That the entry of that birth stands there, and neither newer nor more active than this one. */
    static Condition isOlder(Entry entry) {
        return new Condition(
                Map.of(RootItem.BIRTH, AttributeValue.fromS(entry.birth())),
                Set.of(Stub.MARK),
                Map.of(RootItem.REVISION, entry.revision(), ACTIVE_AT, Micros.of(entry.activeAt())));
    }

    /** That what stands there, entry or stub or damaged, is still what was read. */
    static Condition unchanged(Item there) {
        return Condition.same(there, RootItem.BIRTH, RootItem.REVISION, ACTIVE_AT, Stub.MARK);
    }
}
