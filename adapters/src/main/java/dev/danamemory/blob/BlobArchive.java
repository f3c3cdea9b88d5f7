package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Meter;
import dev.danamemory.store.StoredDataUnreadableException;
import dev.danamemory.store.TurnArchive;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An archive of objects, on S3 or in a folder. */
public final class BlobArchive implements TurnArchive {
    /** The most turns of one archive: a run that holds a number begins at most this far before it. */
    static final int LONGEST = 500;

    private static final Duration LONGEST_CALL = Duration.ofSeconds(10);

    private final Blobs blobs;
    private final Layout layout;
    private final @Nullable Deadline deadline;

    /** @param prefix in front of every key; empty or ending with {@code /} */
    public BlobArchive(Blobs blobs, String prefix) {
        this(blobs, new Layout(prefix), null);
    }

    BlobArchive(Blobs blobs, Layout layout, @Nullable Deadline deadline) {
        this.blobs = blobs;
        this.layout = layout;
        this.deadline = deadline;
    }

    @Override
    public TurnArchive within(Meter meter, Deadline until) {
        return new BlobArchive(new MeteredBlobs(blobs.within(until), meter), layout, until);
    }

    @Override
    public void store(ConversationHeader header, List<Turn> turns) {
        String key = layout.archive(
                header.key(),
                header.epoch(),
                turns.getFirst().turnNumber(),
                turns.getLast().turnNumber());
        Sealed<Turn> mine = new Sealed<>(header.generation(), turns);
        Sealed<Turn> stored = contention().settle(round -> put(key, header, mine));
        Sealed<Turn> readBack = contention()
                .read(() -> find(key))
                .map(Stored::archived)
                .orElseThrow(
                        () -> new StoredDataUnreadableException(key, "it is not there after it was written", null));
        if (BlockKind.TURNS.merge(readBack, stored).isEmpty()) { // a redaction may have come between
            throw new StoredDataUnreadableException(key, "it reads otherwise than it was written", null);
        }
    }

    /** An archive and its version. */
    private record Stored(Sealed<Turn> archived, String version) {}

    private Optional<Sealed<Turn>> put(String key, ConversationHeader header, Sealed<Turn> mine) {
        byte[] bytes = ArchiveFile.bytes(header, mine);
        if (blobs.put(key, bytes, new Condition.Absent()) instanceof PutResult.Stored) {
            return Optional.of(mine);
        }
        Optional<Stored> there = find(key);
        if (there.isEmpty()) {
            return Optional.empty();
        }
        Sealed<Turn> agreed = BlockKind.TURNS
                .merge(mine, there.get().archived())
                .orElseThrow(() -> new StoredDataUnreadableException(key, "it holds other turns", null));
        boolean isThere = agreed.elements().equals(there.get().archived().elements())
                || blobs.put(
                                key,
                                ArchiveFile.bytes(header, agreed),
                                new Condition.Match(there.get().version()))
                        instanceof PutResult.Stored;
        return isThere ? Optional.of(agreed) : Optional.empty();
    }

    @Override
    public List<Turn> turns(ConversationHeader header, long first, long last) {
        return contention().read(() -> {
            TreeMap<Long, Turn> turns = new TreeMap<>();
            for (ArchiveName name : reaching(header, first, last)) {
                find(name.key())
                        .ifPresent(found -> found.archived().elements().stream()
                                .filter(turn -> turn.turnNumber() >= first && turn.turnNumber() <= last)
                                .forEach(turn -> turns.merge(turn.turnNumber(), turn, Blocks::shown)));
            }
            return List.copyOf(turns.values());
        });
    }

    @Override
    public boolean redact(ConversationHeader header, long number) {
        boolean changed = false;
        for (ArchiveName name : contention().read(() -> reaching(header, number, number))) {
            changed |= contention().settle(round -> redact(header, name.key(), number));
        }
        return changed;
    }

    private Optional<Boolean> redact(ConversationHeader header, String key, long number) {
        Optional<Stored> there = find(key);
        if (there.isEmpty()) {
            return Optional.of(false);
        }
        List<Turn> before = there.get().archived().elements();
        List<Turn> redacted = before.stream()
                .map(turn -> turn.turnNumber() == number ? turn.redacted() : turn)
                .toList();
        if (redacted.equals(before)) {
            return Optional.of(false);
        }
        byte[] bytes = ArchiveFile.bytes(header, new Sealed<>(header.generation(), redacted));
        return blobs.put(key, bytes, new Condition.Match(there.get().version())) instanceof PutResult.Stored
                ? Optional.of(true)
                : Optional.empty();
    }

    @Override
    public void dropBehind(ConversationHeader header, long number) {
        contention()
                .done(() -> reaching(header, number + 1, Long.MAX_VALUE).stream()
                        .filter(name -> name.last() > number)
                        .forEach(name -> blobs.remove(name.key())));
    }

    @Override
    public long sweep(ConversationKey key, long throughGeneration) {
        Contention contention = contention();
        long deleted = 0;
        for (BlobEntry entry : contention.read(() -> blobs.listAll(layout.archives(key), ""))) {
            OptionalLong generation = Epoch.generation(entry.name());
            if (generation.isPresent() && generation.getAsLong() <= throughGeneration) {
                if (!contention.hasTime()) {
                    return -1;
                }
                contention.done(() -> blobs.remove(entry.key()));
                deleted++;
            }
        }
        return deleted;
    }

    @Override
    public void forgetVersions(ConversationKey key) {
        contention().done(() -> blobs.forgetVersions(layout.archives(key)));
    }

    private List<ArchiveName> reaching(ConversationHeader header, long first, long last) {
        String folder = layout.archives(header.key());
        String after = folder + header.epoch() + "-" + Layout.number(Math.max(0, first - LONGEST));
        return blobs.listAll(folder, after).stream()
                .flatMap(entry -> ArchiveName.of(entry).stream())
                .filter(name -> name.epoch().equals(header.epoch()) && name.first() <= last && name.last() >= first)
                .toList();
    }

    private Optional<Stored> find(String key) {
        Optional<Blob> blob = blobs.get(key);
        if (blob.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Stored(ArchiveFile.read(blob.get().bytes()), blob.get().version()));
        } catch (RuntimeException damage) {
            throw new StoredDataUnreadableException(key, String.valueOf(damage.getMessage()), damage);
        }
    }

    private Contention contention() {
        return new Contention(deadline == null ? Deadline.in(LONGEST_CALL) : deadline.atMost(LONGEST_CALL));
    }
}
