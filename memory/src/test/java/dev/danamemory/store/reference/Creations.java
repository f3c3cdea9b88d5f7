package dev.danamemory.store.reference;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Creation;
import dev.danamemory.store.Import;
import dev.danamemory.store.ImportRequest;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.reference.Cells.Cell;
import dev.danamemory.store.reference.Desk.Read;
import dev.danamemory.store.reference.Value.Head;
import dev.danamemory.store.reference.Value.Stub;
import java.util.Objects;
import java.util.Optional;

/** Makes conversations: the list entry first, what belongs to it second, the head last. */
record Creations(Desk desk, Directory directory, Blocks blocks) {
    private static final int LOADED_SUMMARIES = 3;

    private record Outcome(Read read, boolean made) {}

    Creation create(ConversationKey key, NewConversation conversation) {
        Outcome outcome =
                begin(key, new Draft.Plain(key, conversation, desk.now().toString()));
        return outcome.made()
                ? new Creation.Created(desk.conversation(outcome.read()))
                : new Creation.Exists(desk.conversation(outcome.read()));
    }

    Import importFile(ConversationKey key, ImportRequest request) {
        Outcome outcome = begin(key, new Draft.OfFile(key, request, desk.now().toString()));
        if (outcome.made()) {
            return new Import.Imported(desk.conversation(outcome.read()));
        }
        return Objects.equals(outcome.read().head().importDigest(), request.digest())
                ? new Import.Same(desk.conversation(outcome.read()))
                : new Import.Taken();
    }

    private Outcome begin(ConversationKey key, Draft draft) {
        String chosen = draft.birth();
        String birth = chosen != null ? chosen : Desk.random();
        boolean listed = false;
        for (int round = 0; round < Desk.ROUNDS; round++) {
            Optional<Cell> there = desk.raw(key);
            Optional<Read> live = there.flatMap(cell -> desk.live(key, cell));
            if (live.isPresent() && desk.holds(Rule.CREATE_ON_CONDITION)) {
                return met(key, live.get(), birth, listed);
            }
            if (there.isPresent()
                    && there.get().value() instanceof Stub stub
                    && stub.birth().equals(birth)) {
                if (chosen != null) { // made and erased since: its repeat brings nothing back
                    return new Outcome(
                            new Read(
                                    head(draft, stub.generation(), birth),
                                    there.get().version()),
                            true);
                }
                birth = Desk.random(); // made and erased since: this is a new beginning
            }
            long generation = desk.after(used(there));
            Head head = head(draft, generation, birth);
            listed = directory.begin(head, draft.listTitle());
            if (listed) {
                Optional<Read> made = put(key, there, head);
                if (made.isPresent()) {
                    return new Outcome(made.get(), true);
                }
            }
        }
        throw Desk.contended();
    }

    private Outcome met(ConversationKey key, Read live, String birth, boolean listed) {
        boolean own = live.head().header().birth().equals(birth) && desk.holds(Rule.CREATE_KNOWS_ITS_BIRTH);
        if (!own && listed) {
            directory.follow(key); // our entry may stand where the other's was
        }
        return new Outcome(live, own);
    }

    private long used(Optional<Cell> there) {
        return there.isPresent()
                        && there.get().value() instanceof Stub stub
                        && desk.holds(Rule.GENERATION_OUTLIVES_ERASE)
                ? stub.generation()
                : 0;
    }

    private Head head(Draft draft, long generation, String birth) {
        ConversationHeader header = draft.header(generation, Names.epoch(generation, Desk.random()), birth);
        long through = Summaries.through(draft.summaries(), draft.turns());
        return new Head(header, draft.turns(), draft.summaries(), through, desk.now(), draft.digest(), draft.file());
    }

    private Optional<Read> put(ConversationKey key, Optional<Cell> there, Head whole) {
        if (!desk.holds(Rule.IMPORT_AT_ONCE)) {
            desk.backend().put(desk.names().head(key), there, blocks.lettingGo(whole));
            blocks.seal(whole);
            return desk.live(key);
        }
        Head head = blocks.seal(whole);
        int older = Math.max(0, head.summaries().size() - LOADED_SUMMARIES);
        for (int i = 0; i < older; i++) {
            blocks.put(head.header(), i, head.summaries().get(i));
        }
        Head last = Summaries.with(
                head, head.summaries().subList(older, head.summaries().size()));
        String name = desk.names().head(key);
        long version = desk.holds(Rule.CREATE_ON_CONDITION)
                ? desk.backend().put(name, there, last)
                : desk.backend().putAnyway(name, last);
        return version > 0 ? Optional.of(new Read(last, version)) : Optional.empty();
    }
}
