package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import java.util.List;
import java.util.Optional;

/** Takes back a turn's content where it stands in the table. */
record TurnRedaction(Desk desk, Reading reading) {
    /** Writes the turn anew, without its content; false when it is not there any more. */
    boolean redact(View view, Turn redacted) {
        if (view.root().history().archived().has(redacted.turnNumber())) {
            return true;
        }
        long place = reading.blockWith(view, redacted.turnNumber());
        ItemKey key = Keys.turn(view.key(), view.root().epoch(), place);
        while (true) {
            Optional<Item> item = desk.table().get(key);
            Optional<Item> next = item.flatMap(there -> without(view.key(), Slot.of(there), redacted));
            if (next.isEmpty()) {
                return isArchivedNow(view, redacted.turnNumber());
            }
            Condition unchanged = Condition.same(item.get(), Body.ATTEMPT, Slot.KIND);
            if (desk.table().put(next.get(), unchanged) instanceof PutResult.Stored) {
                // repeated after a crash it finds in the item what is still to go
                for (Body old : Body.replaced(next.get())) {
                    desk.bodies().deleteParts(view.key(), view.root().epoch(), old);
                }
                return true;
            }
        }
    }

    private boolean isArchivedNow(View known, long number) {
        return desk.looking()
                .live(known.header())
                .filter(view -> view.root().epoch().equals(known.root().epoch()))
                .filter(view -> view.root().history().archived().has(number))
                .isPresent();
    }

    private Optional<Item> without(ConversationKey key, Slot slot, Turn redacted) {
        return switch (slot) {
            // what stands before it, for it is archived and its place free
            case Slot.One one when one.number() != redacted.turnNumber() -> Optional.empty();
            case Slot.Block block when block.last() < redacted.turnNumber() -> Optional.empty();
            case Slot.One one -> {
                Body body = desk.bodies().draft(Turns.content(redacted)).body();
                yield Optional.of(
                        body.replacing(one.item(), Turns.item(one.item().key(), redacted, one.running(), body)));
            }
            case Slot.Block block -> {
                List<Turn> turns = desk.turns().in(key, block).stream()
                        .map(Turns.Sized::turn)
                        .map(turn -> turn.turnNumber() == redacted.turnNumber() ? redacted : turn)
                        .toList();
                Bodies.Draft draft = desk.bodies().draft(Turns.content(turns));
                desk.bodies().writeParts(key, block.epoch(), draft);
                yield Optional.of(draft.body()
                        .replacing(block.item(), Turns.item(block.item().key(), block.last(), draft.body())));
            }
            case Slot.Keeper _, Slot.Closed _ -> Optional.empty();
        };
    }
}
