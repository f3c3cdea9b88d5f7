package dev.danamemory.store.reference;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.reference.Value.Block;
import dev.danamemory.store.reference.Value.Head;
import dev.danamemory.store.reference.Value.OldSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns that left the head, twenty by twenty, and summaries that left it. */
record Blocks(Desk desk) {
    private static final int BLOCK = 20;
    private static final int MOST_IN_HEAD = 40;

    /** Seals what is too much for a head, and says the head without it. */
    Head seal(Head head) {
        Head rest = lettingGo(head);
        int sealed = head.turns().size() - rest.turns().size();
        for (int from = 0; from < sealed; from += BLOCK) {
            put(head.header(), head.turns().subList(from, from + BLOCK));
        }
        return rest;
    }

    /** The head without what is too much for it. */
    Head lettingGo(Head head) {
        int surplus = head.turns().size();
        while (surplus > MOST_IN_HEAD) {
            surplus -= BLOCK;
        }
        int gone = head.turns().size() - surplus;
        boolean keeps = gone == 0 || !desk.holds(Rule.HEAD_LETS_GO);
        return keeps
                ? head
                : head.with(List.copyOf(head.turns().subList(gone, head.turns().size())));
    }

    private void put(ConversationHeader header, List<Turn> turns) {
        String name = desk.names()
                .block(header.key(), header.epoch(), turns.getFirst().turnNumber());
        Block block = new Block(List.copyOf(turns));
        if (desk.backend().putIfAbsent(name, block) == 0) {
            agree(name, turns);
        }
    }

    private void agree(String name, List<Turn> turns) {
        if (!desk.holds(Rule.SEAL_KNOWS_ITS_BLOCK)) {
            throw new StoredDataUnreadableException(name, "turns stand there", null);
        }
        for (int round = 0; round < Desk.ROUNDS && desk.holds(Rule.SEAL_TAKES_THE_REDACTED_SIDE); round++) {
            var cell = desk.backend().get(name);
            if (cell.isEmpty() || !(cell.get().value() instanceof Block(List<Turn> there))) {
                return; // swept
            }
            Block agreed = redacted(name, there, turns);
            if (agreed.turns().equals(there)
                    || desk.backend().putIfMatch(name, cell.get().version(), agreed) > 0) {
                return;
            }
        }
    }

    // another writer sealed it before a redaction
    private Block redacted(String name, List<Turn> there, List<Turn> turns) {
        List<Turn> redacted = new ArrayList<>(turns);
        for (int i = 0; i < turns.size(); i++) {
            if (there.get(i).equals(turns.get(i).redacted())) {
                redacted.set(i, there.get(i));
            } else if (!turns.get(i).equals(there.get(i).redacted())
                    && !turns.get(i).equals(there.get(i))) {
                throw new StoredDataUnreadableException(name, "other turns stand there", null);
            }
        }
        return new Block(redacted);
    }

    void put(ConversationHeader header, long number, Summary summary) {
        String name = desk.names().summary(header.key(), header.epoch(), number);
        desk.backend().putIfAbsent(name, new OldSummary(summary));
    }

    /** The turns with these numbers, or nothing when a block is gone: the head is outdated. */
    Optional<List<Turn>> turns(Head head, long from, long to) {
        List<Turn> turns = new ArrayList<>();
        ConversationHeader header = head.header();
        long inHead = header.lastTurn() - head.turns().size() + 1;
        long first = header.firstTurn() + (Math.max(from, header.firstTurn()) - header.firstTurn()) / BLOCK * BLOCK;
        for (long block = first; block < inHead && block <= to; block += BLOCK) {
            String name = desk.names().block(header.key(), header.epoch(), block);
            var cell = desk.backend().get(name);
            if (cell.isEmpty() || !(cell.get().value() instanceof Block(List<Turn> sealed))) {
                return Optional.empty();
            }
            turns.addAll(desk.holds(Rule.PAGES_ADJOIN) ? sealed : sealed.subList(0, BLOCK - 1));
        }
        turns.addAll(head.turns());
        turns.removeIf(turn -> turn.turnNumber() < from || turn.turnNumber() > to);
        return Optional.of(turns);
    }

    /** All summaries, or nothing when one is gone: the head is outdated. */
    Optional<List<Summary>> summaries(Head head) {
        List<Summary> summaries = new ArrayList<>();
        ConversationHeader header = head.header();
        for (long n = 0; n < header.summaryCount() - head.summaries().size(); n++) {
            var cell = desk.backend().get(desk.names().summary(header.key(), header.epoch(), n));
            if (cell.isEmpty() || !(cell.get().value() instanceof OldSummary(Summary summary))) {
                return Optional.empty();
            }
            summaries.add(summary);
        }
        summaries.addAll(head.summaries());
        return Optional.of(summaries);
    }

    /** Deletes what epochs up to that generation left. */
    void sweep(ConversationKey key, long generation) {
        for (String prefix : List.of(desk.names().blocks(key), desk.names().summaries(key))) {
            for (String name : desk.backend().list(prefix)) {
                if (Names.generation(name) <= generation || !desk.holds(Rule.SWEEP_SPARES_NEW_EPOCHS)) {
                    desk.backend().delete(name);
                }
            }
        }
    }
}
