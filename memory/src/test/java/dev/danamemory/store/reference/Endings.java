package dev.danamemory.store.reference;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.reference.Cells.Cell;
import dev.danamemory.store.reference.Desk.Read;
import dev.danamemory.store.reference.Value.Damaged;
import dev.danamemory.store.reference.Value.Head;
import dev.danamemory.store.reference.Value.Stub;
import java.util.List;
import java.util.Optional;

/** Clears and erases: the head is marked first, the rest swept after it. */
record Endings(Desk desk, Directory directory, Blocks blocks) {
    Optional<Conversation> clear(ConversationKey key) {
        String random = Desk.random();
        for (int round = 0; round < Desk.ROUNDS; round++) {
            Optional<Read> live = desk.live(key);
            if (live.isEmpty()) {
                return Optional.empty();
            }
            ConversationHeader was = live.get().head().header();
            if (was.epoch().endsWith(random)) {
                return Optional.of(cleared(key, live.get())); // by a request whose answer got lost
            }
            Head next = emptied(live.get().head(), random);
            long version =
                    desk.backend().putIfMatch(desk.names().head(key), live.get().version(), next);
            if (version > 0) {
                return Optional.of(cleared(key, new Read(next, version)));
            }
        }
        throw Desk.contended();
    }

    private Head emptied(Head head, String random) {
        ConversationHeader was = head.header();
        long generation = desk.holds(Rule.CLEAR_RAISES_GENERATION) ? desk.after(was.generation()) : was.generation();
        ConversationHeader header = Headers.cleared(was, generation, Names.epoch(generation, random), desk.now());
        String digest = desk.holds(Rule.CLEAR_FORGETS_IMPORT) ? null : head.importDigest();
        return new Head(header, List.of(), List.of(), 0, head.touchedAt(), digest, null);
    }

    private Conversation cleared(ConversationKey key, Read read) {
        if (desk.holds(Rule.CLEAR_SWEEPS)) {
            blocks.sweep(key, read.head().header().generation() - 1);
        }
        if (desk.holds(Rule.CLEAR_FORGETS_DERIVED_TITLE)) {
            directory.follow(key);
        }
        return desk.conversation(read);
    }

    Erasure erase(ConversationKey key) {
        for (int round = 0; round < Desk.ROUNDS; round++) {
            Optional<Cell> there = desk.raw(key);
            boolean found = there.isPresent() && !(there.get().value() instanceof Stub);
            Optional<Stub> stub = found ? Optional.of(mark(key, there.get().value())) : leftBehind(key, there);
            if (stub.isEmpty()) {
                return new Erasure.Absent();
            }
            if (!desk.holds(Rule.MARK_BEFORE_SWEEP)) {
                blocks.sweep(key, stub.get().generation());
            }
            if ((there.isPresent() && there.get().value().equals(stub.get()))
                    || desk.backend().put(desk.names().head(key), there, stub.get()) > 0) {
                sweep(key, stub.get());
                return found ? new Erasure.Done() : new Erasure.Absent();
            }
        }
        throw Desk.contended();
    }

    private Stub mark(ConversationKey key, Value value) {
        return switch (value) {
            case Head head -> new Stub(head.header().birth(), head.header().generation());
            case Damaged _ ->
                new Stub(
                        directory.listedBirth(key).orElseGet(Desk::random),
                        desk.now().toEpochMilli());
            case Stub stub -> stub;
            case Value.Block _,
                    Value.OldSummary _,
                    Value.Claimed _,
                    Value.UserErased _,
                    Value.Listed _,
                    Value.Unlisted _ -> throw new IllegalStateException("no conversation stands there");
        };
    }

    // another's erase that broke off, or a create that did: its head, should it still come, must meet a stub
    private Optional<Stub> leftBehind(ConversationKey key, Optional<Cell> there) {
        if (!desk.holds(Rule.ERASE_FINISHES_ANOTHERS)) {
            return Optional.empty();
        }
        Optional<Stub> stub = there.map(cell -> mark(key, cell.value()));
        long generation = stub.map(Stub::generation).orElse(0L);
        if (!desk.holds(Rule.ERASE_STOPS_BROKEN_CREATES)) {
            return stub;
        }
        return directory
                .listedBirth(key)
                .map(birth -> new Stub(birth, Math.max(generation, desk.now().toEpochMilli())))
                .filter(ghost -> stub.isEmpty() || !stub.get().birth().equals(ghost.birth()))
                .or(() -> stub);
    }

    private void sweep(ConversationKey key, Stub stub) {
        if (desk.holds(Rule.ERASE_SWEEPS)) {
            blocks.sweep(key, stub.generation());
        }
        directory.end(key, stub.birth());
        if (!desk.holds(Rule.ERASE_LEAVES_A_STUB)) {
            desk.backend().delete(desk.names().head(key));
        }
    }
}
