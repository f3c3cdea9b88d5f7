package dev.danamemory.blob;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewIds;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.Downloads;
import dev.danamemory.store.KeyedHash;
import dev.danamemory.store.Meter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Downloads as packed objects that have an address for an hour. */
public final class BlobDownloads implements Downloads {
    private static final Duration ADDRESS = Duration.ofHours(1);
    // whoever began to fetch it in the last moment is let finish, and clocks differ
    private static final Duration KEPT = Duration.ofHours(2);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(9);

    private final Blobs blobs;
    private final SharedBlobs shared;
    private final Layout layout;
    private final KeyedHash hash;
    private final NewIds ids;
    private final InstantSource clock;
    private final @Nullable Deadline deadline;

    /**
     * @param blobs where they are, to list and delete them
     * @param shared the same, to write them and make addresses
     * @param prefix in front of every key; empty or ending with {@code /}
     * @param hash with a key that only the store knows
     */
    public BlobDownloads(
            Blobs blobs, SharedBlobs shared, String prefix, KeyedHash hash, NewIds ids, InstantSource clock) {
        this(blobs, shared, new Layout(prefix), hash, ids, clock, null);
    }

    private BlobDownloads(
            Blobs blobs,
            SharedBlobs shared,
            Layout layout,
            KeyedHash hash,
            NewIds ids,
            InstantSource clock,
            @Nullable Deadline deadline) {
        this.blobs = blobs;
        this.shared = shared;
        this.layout = layout;
        this.hash = hash;
        this.ids = ids;
        this.clock = clock;
        this.deadline = deadline;
    }

    @Override
    public Downloads within(Meter meter, Deadline until) {
        return new BlobDownloads(
                new MeteredBlobs(blobs.within(until), meter),
                new MeteredSharedBlobs(shared.within(until), meter),
                layout,
                hash,
                ids,
                clock,
                until);
    }

    @Override
    public Download put(ConversationHeader header, byte[] json) {
        ConversationKey key = header.key();
        DownloadName name =
                new DownloadName(DownloadName.hash(hash, key), header.generation(), ids.nonce() + ids.nonce());
        String object = layout.downloads(key.user()) + name.text();
        byte[] packed = Gzip.packed(json);
        return contention().read(() -> {
            shared.put(object, packed);
            SharedBlobs.Address address = shared.address(object, ADDRESS);
            return new Download(address.url(), address.expiresAt(), json.length);
        });
    }

    @Override
    public boolean sweep(ConversationKey key, long throughGeneration) {
        Contention contention = contention();
        for (BlobEntry entry : contention.read(() -> of(key))) {
            boolean isOver = DownloadName.of(entry)
                    .filter(name -> name.generation() > throughGeneration)
                    .isEmpty();
            if (isOver && !remove(entry, contention)) {
                return false;
            }
        }
        return true;
    }

    // one page of a listing nearly always
    private List<BlobEntry> of(ConversationKey key) {
        String folder = layout.downloads(key.user());
        String begin = folder + DownloadName.hash(hash, key) + "-";
        return blobs.listAll(folder, begin).stream()
                .takeWhile(entry -> entry.key().startsWith(begin))
                .toList();
    }

    @Override
    public void forgetVersions(ConversationKey key) {
        String begin = layout.downloads(key.user()) + DownloadName.hash(hash, key) + "-";
        contention().done(() -> blobs.forgetVersions(begin));
    }

    @Override
    public boolean removeOutdated() {
        Contention contention = contention();
        Instant before = clock.instant().minus(KEPT);
        String all = layout.allOf("downloads");
        for (BlobEntry entry : contention.read(() -> blobs.listAll(all, ""))) {
            if (entry.modified().isBefore(before) && !remove(entry, contention)) {
                return false;
            }
        }
        contention.done(() -> blobs.forgetVersions(all));
        return true;
    }

    private boolean remove(BlobEntry entry, Contention contention) {
        if (!contention.hasTime()) {
            return false;
        }
        contention.done(() -> blobs.remove(entry.key()));
        return true;
    }

    private Contention contention() {
        return new Contention(deadline == null ? Deadline.in(LONGEST_CALL) : deadline).patient(LONGEST_CALL);
    }
}
