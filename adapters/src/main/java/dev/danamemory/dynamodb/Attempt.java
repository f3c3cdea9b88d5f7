package dev.danamemory.dynamodb;

import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One append with what its rounds know. A round that got no answer is repeated in the same place. */
final class Attempt {
    private static final int CLASHES = 3;
    private static final int LEAST_TURNS = 20;

    private final Desk desk;
    private final Appending rules;
    private final Conversation loaded;
    private final NewTurn turn;
    private final MemorySettings settings;
    private final Instant touchedAt;
    private final List<Turn> turns;
    private View base;
    private Instant loadedAt;
    private boolean isCertain;
    private Bodies.@Nullable Draft body;
    private boolean hasParts;

    Attempt(Desk desk, Appending rules, Conversation loaded, NewTurn turn, MemorySettings settings) {
        this.desk = desk;
        this.rules = rules;
        this.loaded = loaded;
        this.turn = turn;
        this.settings = settings;
        DynamoState state = DynamoState.of(loaded);
        this.touchedAt = state.touchedAt();
        this.turns = new ArrayList<>(loaded.turns());
        this.base = state.view();
        this.loadedAt = loaded.loadedAt();
        this.isCertain = state.isCertain() && base.pending() == null;
    }

    Optional<Append> round() {
        if (!isCertain || rules.isTooOld(loadedAt, desk.clock().instant())) {
            Optional<Append> settled = loadAgain();
            if (settled.isPresent()) {
                return settled;
            }
        }
        return walk();
    }

    // empty when the turn is still to be stored, from what was loaded now
    private Optional<Append> loadAgain() {
        Instant now = desk.clock().instant();
        ConversationHeader header = loaded.header();
        Optional<View> live = rules.finished(header);
        Optional<Append> ended = ended(live);
        if (ended.isPresent()) {
            return ended;
        }
        View view = live.orElseThrow();
        Optional<Turn> own = rules.find(view, header.lastTurn() + 1, view.lastTurn(), turn.turnId());
        base = view;
        turns.clear();
        loadedAt = now;
        isCertain = true;
        return own.map(stored -> new Append.Appended(stored, desk.loading().conversation(view), false));
    }

    private Optional<Append> ended(Optional<View> live) {
        if (live.isEmpty() || !rules.isSameBirth(live.get(), loaded.header())) {
            return Optional.of(new Append.Erased());
        }
        return rules.isSameEpoch(live.get(), loaded.header()) ? Optional.empty() : Optional.of(new Append.Cleared());
    }

    private Optional<Append> walk() {
        ConversationHeader header = base.header();
        Bodies.Draft draft = body(header);
        for (int clashes = 0; clashes < CLASHES; clashes++) {
            ItemKey place = Keys.turn(header.key(), header.epoch(), base.lastTurn() + 1);
            Item item = Turns.item(place, numbered(), running(), draft.body());
            switch (desk.table().put(item, Condition.nothing())) {
                case PutResult.Stored _ -> {
                    Slot.One one = (Slot.One) Slot.of(item);
                    pass(one, turn.numbered(one.number()));
                    return Optional.of(stored(turns.getLast(), true));
                }
                case PutResult.Refused(@Nullable Item there) -> {
                    Optional<Append> met = there == null ? Optional.empty() : meet(Slot.of(there));
                    if (met.isPresent()) {
                        return met;
                    }
                }
            }
        }
        return readForwards();
    }

    // parts are written once, whatever the place will be
    private Bodies.Draft body(ConversationHeader header) {
        Bodies.Draft draft = body;
        if (draft == null) {
            draft = desk.bodies().draft(Turns.content(numbered()));
            body = draft;
        }
        if (!hasParts) {
            desk.bodies().writeParts(header.key(), header.epoch(), draft);
            hasParts = true;
        }
        return draft;
    }

    private Turn numbered() {
        return turn.numbered(base.lastTurn() + 1);
    }

    private Running running() {
        return NextRunning.after(base, turn, settings, desk.clock().instant(), touchedAt);
    }

    // empty when what stands there is another's turn, and the next place is to be tried
    private Optional<Append> meet(Slot slot) {
        return switch (slot) {
            case Slot.One one when rules.isOwn(one, turn) -> Optional.of(met(one));
            case Slot.One one
            when one.body().parts() > 0 -> {
                turns.clear(); // what is large is read when it is asked for
                base = with(one);
                yield Optional.empty();
            }
            case Slot.One one -> {
                pass(one, content(one));
                yield Optional.empty();
            }
            // its turn was swept with the epoch, or archived
            case Slot.Keeper _ -> loadAgain();
            case Slot.Closed _ ->
                Optional.of(ended(rules.finished(loaded.header())).orElseThrow(() -> wrong(slot)));
            case Slot.Block _ -> throw wrong(slot);
        };
    }

    private static RuntimeException wrong(Slot slot) {
        return Damage.of(slot.item().key(), "it has no place behind the last turn");
    }

    private Append met(Slot.One own) {
        pass(own, content(own));
        return stored(turns.getLast(), isMine(own));
    }

    private boolean isMine(Slot.One own) {
        return body != null && own.body().attempt().equals(body.body().attempt());
    }

    private Turn content(Slot.One one) {
        return desk.turns().in(base.key(), one).getFirst().turn();
    }

    private void pass(Slot.One one, Turn content) {
        turns.add(content);
        base = with(one);
    }

    private View with(Slot.One newest) {
        return new View(base.key(), base.root(), null, newest, List.of());
    }

    // many have written meanwhile: walking on place by place would take a request each
    private Optional<Append> readForwards() {
        Range range = Range.forwards(
                Keys.conversation(base.key()),
                Keys.turn(base.root().epoch(), base.lastTurn() + 1),
                Keys.turn(base.root().epoch(), Looking.HIGHEST_NUMBER),
                CLASHES * LEAST_TURNS);
        Slots slots = new Slots(desk.table(), range);
        while (slots.hasNext()) {
            Slot slot = slots.next();
            Optional<Append> met = meet(slot);
            // what was loaded again because of a keeper stands behind all of these
            if (met.isPresent() || slot instanceof Slot.Keeper) {
                return met.or(this::walk);
            }
        }
        return walk();
    }

    private Append stored(Turn stored, boolean isNew) {
        View settled = rules.settled(base);
        int kept = Math.min(turns.size(), Math.max(LEAST_TURNS, settings.window()));
        List<Turn> newest = turns.subList(turns.size() - kept, turns.size());
        Instant touched = settled.touchedAt().isAfter(touchedAt) ? settled.touchedAt() : touchedAt;
        DynamoState state = new DynamoState(settled, touched, true);
        Conversation conversation = desk.loading().conversation(settled, newest, loaded.summaries(), state);
        return new Append.Appended(stored, conversation, isNew);
    }
}
