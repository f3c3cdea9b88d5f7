package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.StoredDataUnreadableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Sealed runs of turns and of summaries: written before the head lets go of them, changed by redactions only. */
class Blocks {
    private static final int LISTED = 1_000;
    // a block's name tells its first number; a run that holds a number begins at most this far before it
    static final int LONGEST = 20;

    private final Blobs blobs;
    private final Layout layout;

    Blocks(Blobs blobs, Layout layout) {
        this.blobs = blobs;
        this.layout = layout;
    }

    /** Seals turns, or finds that they were sealed before. */
    void sealTurns(ConversationHeader header, List<Turn> turns) {
        sealRuns(header, List.of(turns));
    }

    /** Seals several runs of turns, each in a block of its own. */
    void sealRuns(ConversationHeader header, List<List<Turn>> runs) {
        List<NewBlob> blocks = new ArrayList<>();
        for (List<Turn> run : runs) {
            blocks.add(block(header, run));
        }
        List<PutResult> results = blobs.putNew(blocks);
        for (int i = 0; i < runs.size(); i++) {
            settle(results.get(i), blocks.get(i).key(), header, BlockKind.TURNS, runs.get(i));
        }
    }

    private NewBlob block(ConversationHeader header, List<Turn> turns) {
        String key = layout.block(
                header.key(),
                header.epoch(),
                turns.getFirst().turnNumber(),
                turns.getLast().turnNumber());
        return new NewBlob(key, bytes(header, BlockKind.TURNS, turns));
    }

    /** Seals summaries likewise; the first of them is the n-th of its conversation. */
    void sealSummaries(ConversationHeader header, List<Summary> summaries, long firstOrdinal) {
        String key = layout.summaries(header.key(), header.epoch(), firstOrdinal, firstOrdinal + summaries.size() - 1);
        byte[] bytes = bytes(header, BlockKind.SUMMARIES, summaries);
        settle(blobs.put(key, bytes, new Condition.Absent()), key, header, BlockKind.SUMMARIES, summaries);
    }

    private static <T> byte[] bytes(ConversationHeader header, BlockKind<T> kind, List<T> elements) {
        return kind.bytes(header.key().conversationId(), new Sealed<>(header.generation(), elements));
    }

    private <T> void settle(
            PutResult result, String key, ConversationHeader header, BlockKind<T> kind, List<T> elements) {
        if (result instanceof PutResult.Mismatch) {
            // a writer that crashed, or lost its race or its answer, has been here with the same head, or an older one
            Sealed<T> mine = new Sealed<>(header.generation(), elements);
            change(header.key(), key, kind, held -> agreed(key, kind, mine, held));
        }
    }

    /** What the block should hold of which a writer and an earlier one think otherwise. */
    <T> Sealed<T> agreed(String key, BlockKind<T> kind, Sealed<T> mine, Sealed<T> held) {
        return kind.merge(mine, held)
                .orElseThrow(() -> new StoredDataUnreadableException(
                        key, "it holds something else than its conversation does", null));
    }

    /** The turns of the blocks that reach into this range, in order; numbers may be missing when they were swept. */
    List<Turn> turns(ConversationHeader header, long first, long last) {
        TreeMap<Long, Turn> turns = new TreeMap<>();
        List<BlockName> names = reaching(layout.blocks(header.key(), header.epoch()), first, last);
        for (Turn turn : elements(names, BlockKind.TURNS)) {
            if (turn.turnNumber() >= first && turn.turnNumber() <= last) {
                turns.merge(turn.turnNumber(), turn, Blocks::shown);
            }
        }
        return List.copyOf(turns.values());
    }

    // a writer that was late may have sealed another run of the same turns, from before a redaction
    static Turn shown(Turn one, Turn other) {
        return other.status() == TurnStatus.REDACTED ? other : one;
    }

    /** All summaries that are sealed, in order. */
    List<Summary> summaries(ConversationHeader header) {
        return elements(summaryBlocks(header), BlockKind.SUMMARIES);
    }

    /** Redacts a turn in every block that holds it. Returns whether there was anything to redact. */
    boolean redactTurn(ConversationHeader header, long number) {
        boolean changed = false;
        for (BlockName block : reaching(layout.blocks(header.key(), header.epoch()), number, number)) {
            changed |= change(
                    header.key(),
                    block.key(),
                    BlockKind.TURNS,
                    held -> each(header, held, turn -> turn.turnNumber() == number ? turn.redacted() : turn));
        }
        return changed;
    }

    /** Makes sealed summaries anew. Returns whether any is another now. */
    boolean remakeSummaries(ConversationHeader header, UnaryOperator<Summary> remake) {
        boolean changed = false;
        for (BlockName block : summaryBlocks(header)) {
            changed |= change(header.key(), block.key(), BlockKind.SUMMARIES, held -> each(header, held, remake));
        }
        return changed;
    }

    private static <T> Sealed<T> each(ConversationHeader header, Sealed<T> held, UnaryOperator<T> change) {
        List<T> changed = held.elements().stream().map(change).toList();
        return changed.equals(held.elements()) ? held : new Sealed<>(header.generation(), changed);
    }

    // what is there is read again until nobody else changed it meanwhile
    private <T> boolean change(
            ConversationKey conversation, String key, BlockKind<T> kind, UnaryOperator<Sealed<T>> change) {
        while (true) {
            Optional<Blob> blob = blobs.get(key);
            if (blob.isEmpty()) {
                return false; // swept meanwhile
            }
            Sealed<T> held = read(key, kind, blob.get());
            Sealed<T> changed = change.apply(held);
            if (changed.equals(held)) {
                return false;
            }
            byte[] bytes = kind.bytes(conversation.conversationId(), changed);
            if (blobs.put(key, bytes, new Condition.Match(blob.get().version())) instanceof PutResult.Stored) {
                return true;
            }
        }
    }

    /** Deletes the blocks all of whose turns have numbers up to this one. */
    void freeTurns(ConversationHeader header, long through) {
        for (BlockName block : reaching(layout.blocks(header.key(), header.epoch()), 1, through)) {
            if (block.last() <= through) {
                blobs.remove(block.key());
            }
        }
    }

    private List<BlockName> summaryBlocks(ConversationHeader header) {
        return reaching(layout.summaries(header.key(), header.epoch()), 1, Long.MAX_VALUE);
    }

    /** Names of the blocks that reach into a range, in order. */
    List<BlockName> reaching(String folder, long first, long last) {
        List<BlockName> names = new ArrayList<>();
        String after = folder + Layout.number(Math.max(0, first - LONGEST));
        BlobPage page;
        do {
            page = blobs.list(folder, after, LISTED);
            for (BlobEntry entry : page.entries()) {
                after = entry.key();
                Optional<BlockName> name = BlockName.of(entry);
                if (name.isPresent() && name.get().first() > last) {
                    return names;
                }
                name.filter(block -> block.last() >= first).ifPresent(names::add);
            }
        } while (page.more());
        return names;
    }

    private <T> List<T> elements(List<BlockName> names, BlockKind<T> kind) {
        List<Optional<Blob>> found =
                blobs.getAll(names.stream().map(BlockName::key).toList());
        List<T> elements = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            String key = names.get(i).key();
            // nothing where it was swept since it was listed
            found.get(i).ifPresent(blob -> elements.addAll(read(key, kind, blob).elements()));
        }
        return elements;
    }

    private static <T> Sealed<T> read(String key, BlockKind<T> kind, Blob blob) {
        try {
            return kind.read(blob.bytes());
        } catch (RuntimeException damage) {
            throw new StoredDataUnreadableException(key, String.valueOf(damage.getMessage()), damage);
        }
    }
}
