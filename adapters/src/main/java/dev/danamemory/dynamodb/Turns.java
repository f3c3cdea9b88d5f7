package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.dana.TurnJson;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import java.util.ArrayList;
import java.util.List;

/** Turns as items: one each, but for the older ones of a file. */
final class Turns {
    // they are attributes of their own, or the key says so
    private static final List<String> BESIDE = List.of("turn_id", "turn_number", "timestamp");

    private final Bodies bodies;

    Turns(Bodies bodies) {
        this.bodies = bodies;
    }

    /** What a turn's item holds beside its attributes. */
    static JsonNode content(Turn turn) {
        ObjectNode json = TurnJson.stored(turn);
        json.remove(BESIDE);
        return json;
    }

    /** A turn's item. */
    static Item item(ItemKey place, Turn turn, Running running, Body body) {
        Item.Builder item = Item.at(place).text(Slot.TURN_ID, turn.turnId()).text(Slot.TIMESTAMP, turn.timestamp());
        return body.in(running.in(item)).build();
    }

    /** What an item of several turns holds. */
    static JsonNode content(List<Turn> block) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        block.forEach(turn -> json.add(TurnJson.stored(turn)));
        return json;
    }

    /** An item of several turns; it stands in the place of the first. */
    static Item item(ItemKey place, long last, Body body) {
        return body.in(Item.at(place).text(Slot.KIND, Slot.BLOCK).number(Slot.LAST, last))
                .build();
    }

    /**
     * A turn as it was read.
     *
     * @param bytes of its JSON, about
     */
    record Sized(Turn turn, long bytes) {}

    /** The turns in a place, in order; none where none are left. */
    List<Sized> in(ConversationKey key, Slot slot) {
        return switch (slot) {
            case Slot.One one -> List.of(turn(key, one));
            case Slot.Block block -> turns(key, block);
            case Slot.Keeper keeper -> List.of();
            case Slot.Closed closed -> List.of();
        };
    }

    /** The turn in a place of its own. */
    Sized turn(ConversationKey key, Slot.One one) {
        Bodies.Read read = bodies.read(key, one.epoch(), one.item().key(), one.body());
        try {
            ObjectNode object = (ObjectNode) read.json();
            object.put("turn_id", one.turnId()).put("turn_number", one.number()).put("timestamp", one.timestamp());
            return new Sized(TurnJson.fromStored(object), read.bytes());
        } catch (RuntimeException damage) {
            throw Damage.of(one.item().key(), damage);
        }
    }

    private List<Sized> turns(ConversationKey key, Slot.Block block) {
        Bodies.Read read = bodies.read(key, block.epoch(), block.item().key(), block.body());
        try {
            long count = block.last() - block.first() + 1;
            List<Sized> turns = new ArrayList<>();
            for (JsonNode turn : read.json()) {
                turns.add(new Sized(TurnJson.fromStored(turn), read.bytes() / count));
            }
            if (turns.size() != count) {
                throw new IllegalArgumentException("turns are missing");
            }
            return turns;
        } catch (RuntimeException damage) {
            throw Damage.of(block.item().key(), damage);
        }
    }
}
