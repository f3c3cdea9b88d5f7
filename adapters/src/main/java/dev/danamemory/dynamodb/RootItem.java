package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.dynamodb.History.Log;
import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.rules.Archived;
import dev.danamemory.store.rules.StoredFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The conversation item as it is stored: what conditions ask for as attributes, the rest as packed JSON. */
final class RootItem {
    static final String BIRTH = "b";
    static final String REVISION = "r";
    static final String EPOCH = "e";
    static final String GENERATION = "g";
    private static final String CONTENT = "c";

    private RootItem() {}

    static Item of(ItemKey place, Root root) {
        return Item.at(place)
                .text(BIRTH, root.birth())
                .number(REVISION, root.revision())
                .text(EPOCH, root.epoch())
                .number(GENERATION, root.generation())
                .bytes(CONTENT, Packing.pack(json(root)))
                .build();
    }

    /** That what stands there, conversation or stub, is of this birth and revision: one state and no other. */
    static Condition unchanged(String birth, long revision) {
        return new Condition(
                Map.of(BIRTH, AttributeValue.fromS(birth), REVISION, AttributeValue.fromN(Long.toString(revision))),
                Set.of(),
                Map.of());
    }

    private static ObjectNode json(Root root) {
        Labels labels = root.labels();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("agent_id", labels.agentId());
        json.put("title", labels.title());
        json.put("derived_title", labels.derivedTitle());
        json.put("status", labels.status().wire());
        json.set("metadata", labels.metadata());
        json.put("through", root.times().through());
        json.put("created_at", root.times().createdAt());
        json.put("updated_at", root.times().updatedAt());
        json.put("touched_at", Micros.of(root.times().touchedAt()));
        json.set("log", json(root.history().log()));
        ArrayNode summaries = json.putArray("summaries");
        root.history().summaries().forEach(kept -> summaries.add(kept.json()));
        json.put("summary_count", root.history().summaryCount());
        if (labels.isExpected()) {
            json.put("expected", true);
        }
        if (root.history().more() != null) {
            json.set("more", root.history().more().reference());
        }
        if (root.history().imported() != null) {
            json.put("imported", root.history().imported());
        }
        if (!root.history().redacting().isEmpty()) {
            ArrayNode redacting = json.putArray("redacting");
            root.history().redacting().forEach(redacting::add);
        }
        putArchived(json, root.history().archived());
        return json;
    }

    private static void putArchived(ObjectNode json, Archived archived) {
        if (archived.through() > 0) {
            json.put("archived", archived.through());
        }
        if (archived.hold() != null) {
            json.put("held_by", archived.hold().nonce());
            json.put("held_at", Micros.of(archived.hold().at()));
        }
    }

    private static Archived archived(StoredFields json) {
        Long through = json.optionalNumber("archived");
        String nonce = json.optionalText("held_by");
        Archived.Hold hold = nonce == null ? null : new Archived.Hold(nonce, Micros.instant(json.number("held_at")));
        return new Archived(through == null ? 0 : through, hold);
    }

    private static ArrayNode json(Log log) {
        return JsonNodeFactory.instance
                .arrayNode()
                .add(log.first())
                .add(log.last())
                .add(log.sessions())
                .add(log.blockedThrough());
    }

    /** @throws RuntimeException of whatever kind when the item is no conversation */
    static Root read(Item item) {
        StoredFields json = StoredFields.of(Packing.unpack(item.bytes(CONTENT)));
        List<KeptSummary> summaries = new ArrayList<>();
        for (JsonNode summary : json.array("summaries")) {
            summaries.add(KeptSummary.of(summary));
        }
        Root.Times times = new Root.Times(
                json.text("created_at"),
                json.text("updated_at"),
                Micros.instant(json.number("touched_at")),
                json.number("through"));
        Optional<ObjectNode> more = json.optionalObject("more");
        History history = new History(
                log(json.numbers("log")),
                summaries,
                json.number("summary_count"),
                more.isPresent() ? Body.referred(more.get()) : null,
                json.optionalText("imported"),
                json.numbers("redacting"),
                archived(json));
        return new Root(
                item.text(BIRTH),
                item.number(REVISION),
                item.number(GENERATION),
                item.text(EPOCH),
                labels(json),
                times,
                history);
    }

    private static Labels labels(StoredFields json) {
        return new Labels(
                json.optionalText("agent_id"),
                json.optionalText("title"),
                json.optionalText("derived_title"),
                json.flag("expected"),
                ConversationStatus.of(json.text("status")).orElseThrow(),
                json.optionalObject("metadata").orElseThrow());
    }

    private static Log log(List<Long> numbers) {
        return new Log(numbers.get(0), numbers.get(1), numbers.get(2), numbers.get(3));
    }
}
