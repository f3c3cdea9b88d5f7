package dev.danamemory.dynamodb;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.dana.SummaryJson;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps summaries: the last three in the conversation item, for they are read with every turn, older ones in items of
 * their own. What leaves depends on the conversation item alone, so that writers who race or crash write the same; what a
 * later revision of it says wins, for that may be redacted.
 */
class Summaries {
    /** How many stay in the conversation item. */
    static final int KEPT = 3;

    private static final int LARGEST_IN_ROOT = 16 * 1024;

    private final Table table;
    private final Bodies bodies;

    Summaries(Table table, Bodies bodies) {
        this.table = table;
        this.bodies = bodies;
    }

    /** The last three, in order. */
    List<Summary> of(View view) {
        List<Summary> last = new ArrayList<>();
        for (KeptSummary kept : view.root().history().summaries()) {
            last.add(of(view.key(), view.root().epoch(), kept));
        }
        return last;
    }

    Summary of(ConversationKey key, String epoch, KeptSummary kept) {
        Summary there = kept.summary();
        Body parts = kept.parts();
        if (there != null || parts == null) {
            return Objects.requireNonNull(there);
        }
        ItemKey place = Keys.part(key, epoch, parts.attempt(), 0);
        return read(place, bodies.read(key, epoch, place, parts).json());
    }

    private static Summary read(ItemKey place, JsonNode json) {
        try {
            return SummaryJson.fromStored(json);
        } catch (RuntimeException damage) {
            throw Damage.of(place, damage);
        }
    }

    /** The summary as the conversation item can keep it; a large one is written beside it. */
    KeptSummary keep(ConversationKey key, String epoch, Summary summary) {
        JsonNode json = SummaryJson.stored(summary);
        if (Packing.pack(json).length <= LARGEST_IN_ROOT) {
            return new KeptSummary(summary, null);
        }
        Bodies.Draft draft = bodies.draftOfParts(json);
        bodies.writeParts(key, epoch, draft);
        return new KeptSummary(null, draft.body());
    }

    /** Writes a summary that leaves the conversation item, or finds that it was written. */
    void seal(ConversationKey key, Root root, long ordinal, Summary summary) {
        Bodies.Draft draft = bodies.draft(SummaryJson.stored(summary));
        bodies.writeParts(key, root.epoch(), draft);
        Item item = item(Keys.summary(key, root.epoch(), ordinal), root.revision(), draft.body());
        if (table.put(item, Condition.nothing()) instanceof PutResult.Refused) {
            table.put(item, new Condition(Map.of(), Set.of(), Map.of(RootItem.REVISION, root.revision() - 1)));
        }
    }

    private static Item item(ItemKey place, long revision, Body body) {
        return body.in(Item.at(place).number(RootItem.REVISION, revision)).build();
    }

    /** All summaries that have left the conversation item, in order. */
    List<Summary> sealed(View view) {
        List<Summary> summaries = new ArrayList<>();
        for (Item item : sealedItems(view)) {
            summaries.add(of(view, item));
        }
        return summaries;
    }

    private List<Item> sealedItems(View view) {
        Root root = view.root();
        long sealed = root.history().summaryCount() - root.history().summaries().size();
        List<Item> items = new ArrayList<>();
        if (sealed > 0) {
            String partition = Keys.conversation(view.key());
            Range range = Range.forwards(
                    partition, Keys.summary(root.epoch(), 1), Keys.summary(root.epoch(), sealed), (int) sealed);
            for (Range next = range; next != null; ) {
                ItemPage page = table.query(next);
                items.addAll(page.items());
                next = page.next() == null || items.size() >= sealed ? null : range.after(page.next());
            }
        }
        if (items.size() < sealed) {
            throw new MovedException(Keys.summary(view.key(), root.epoch(), items.size() + 1L));
        }
        return items;
    }

    private Summary of(View view, Item item) {
        Body body;
        try {
            body = Body.of(item);
        } catch (RuntimeException damage) {
            throw Damage.of(item.key(), damage);
        }
        return read(
                item.key(),
                bodies.read(view.key(), view.root().epoch(), item.key(), body).json());
    }

    /** Changes one summary into another, or not at all. */
    @FunctionalInterface
    interface Remaking {
        Summary anew(Summary summary);
    }

    /** Makes sealed summaries anew where they change. */
    void remake(View view, Remaking remaking) {
        for (Item item : sealedItems(view)) {
            Optional<Item> there = Optional.of(item);
            while (there.isPresent() && !isRemade(view, there.get(), remaking)) {
                there = table.get(item.key());
            }
        }
    }

    // false when somebody else changed it meanwhile
    private boolean isRemade(View view, Item item, Remaking remaking) {
        Summary summary = of(view, item);
        Summary anew = remaking.anew(summary);
        if (anew.equals(summary)) {
            return true;
        }
        Bodies.Draft draft = bodies.draft(SummaryJson.stored(anew));
        bodies.writeParts(view.key(), view.root().epoch(), draft);
        Item next = item(item.key(), view.root().revision(), draft.body());
        if (table.put(next, Condition.same(item, RootItem.REVISION, Body.ATTEMPT)) instanceof PutResult.Refused) {
            return false;
        }
        bodies.deleteParts(view.key(), view.root().epoch(), Body.of(item));
        return true;
    }
}
