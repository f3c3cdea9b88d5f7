package dev.danamemory.blob;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.DirectoryPage;
import dev.danamemory.store.DirectoryQuery;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.HeldClaim;
import dev.danamemory.store.Import;
import dev.danamemory.store.ImportRequest;
import dev.danamemory.store.KeyClaim;
import dev.danamemory.store.Meter;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.OwnedPage;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.StoreUnavailableException;
import dev.danamemory.store.SummaryCommit;
import dev.danamemory.store.Touch;
import dev.danamemory.store.TurnArchive;
import dev.danamemory.store.TurnPage;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.UserErasure;
import dev.danamemory.store.rules.LateHash;
import dev.danamemory.store.rules.WriterQueues;
import dev.danamemory.summary.Summariser;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Conversations as JSON objects: a head per conversation with the newest turns, sealed blocks with the older ones, a
 * list entry. One read and one conditional write of the head per turn.
 */
public final class BlobConversationStore implements ConversationStore {
    private static final int MOST_AGAIN = 5;
    private static final Duration SOON = Duration.ofSeconds(1);
    private static final Duration LONGEST_CALL = Duration.ofSeconds(9);

    private final BlobParts parts;
    private final @Nullable Deadline deadline;

    /** @param prefix in front of every key; empty or ending with {@code /} */
    public BlobConversationStore(Blobs blobs, String prefix, NewIds ids, InstantSource clock) {
        this(blobs, prefix, new BlobArchive(blobs, prefix), ids, clock);
    }

    /** @param archive where cleanup moves turns that nobody has asked for lately */
    public BlobConversationStore(Blobs blobs, String prefix, TurnArchive archive, NewIds ids, InstantSource clock) {
        this(
                new BlobParts(
                        blobs,
                        new Layout(prefix),
                        archive,
                        new LateHash(),
                        ids,
                        clock,
                        new WriterQueues(),
                        new Protocols()),
                null);
    }

    BlobConversationStore(BlobParts parts, @Nullable Deadline deadline) {
        this.parts = parts;
        this.deadline = deadline;
    }

    /** What a scheduled run does with these conversations. */
    public BlobUpkeep upkeep() {
        return new BlobUpkeep(parts, deadline);
    }

    @Override
    public ConversationStore within(Meter meter, Deadline until) {
        return new BlobConversationStore(parts.within(meter, until), until);
    }

    @Override
    public Creation create(ConversationKey key, NewConversation conversation) {
        Desk desk = desk();
        return new Creating(desk, parts.protocols().beginning(desk)).create(key, conversation);
    }

    @Override
    public Optional<Conversation> load(ConversationKey key, int turns) {
        Desk desk = desk();
        Optional<Found.Live> live = desk.contention().read(() -> desk.heads().live(key));
        return live.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        desk.heads().conversation(live.get().head(), live.get().version()));
    }

    @Override
    public List<Turn> newest(Conversation loaded, int count) {
        return parts.protocols().paging(desk()).newest(loaded, count);
    }

    @Override
    public Touch touch(Conversation loaded) {
        return parts.protocols().touching(desk()).touch(loaded);
    }

    @Override
    public Append append(Conversation loaded, NewTurn turn, MemorySettings settings) {
        return parts.protocols().appending(desk()).append(loaded, turn, settings);
    }

    @Override
    public Append appendOnce(Conversation loaded, NewTurn turn, MemorySettings settings) {
        return parts.protocols().appending(desk()).appendOnce(loaded, turn, settings);
    }

    @Override
    public Optional<Turn> storedAfter(Conversation loaded, long number, String turnId) {
        Desk desk = desk();
        Head head = BlobState.of(loaded).head();
        return desk.contention().read(() -> parts.protocols().appending(desk).ownTurn(head, number, turnId));
    }

    @Override
    public HeldClaim claim(UserId user, String name, KeyClaim claim) {
        Desk desk = desk();
        return desk.contention().settle(round -> new KeyClaims(desk).claim(user, name, claim));
    }

    @Override
    public Optional<HeldClaim> claimOf(UserId user, String name) {
        Desk desk = desk();
        return desk.contention().read(() -> new KeyClaims(desk).find(user, name));
    }

    @Override
    public Optional<HeldClaim> replaceClaim(UserId user, String name, HeldClaim held, KeyClaim claim) {
        Desk desk = desk();
        return desk.contention().read(() -> new KeyClaims(desk).replace(user, name, held, claim));
    }

    @Override
    public Import importFile(ConversationKey key, ImportRequest request) {
        return parts.protocols().importing(desk()).importFile(key, request);
    }

    @Override
    public Optional<Conversation> update(ConversationKey key, ConversationChange change) {
        return parts.protocols().updating(desk()).update(key, change);
    }

    @Override
    public Optional<Conversation> clear(ConversationKey key) {
        return parts.protocols().clearing(desk()).clear(key);
    }

    @Override
    public Erasure erase(ConversationKey key) {
        return parts.protocols().erasing(desk()).erase(key);
    }

    @Override
    public Optional<TurnPage> turns(ConversationKey key, PageRequest request) {
        return parts.protocols().paging(desk()).page(key, request);
    }

    @Override
    public Optional<Turn> turn(ConversationKey key, TurnRef ref) {
        return parts.protocols().paging(desk()).turn(key, ref);
    }

    @Override
    public Optional<Turn> redact(ConversationKey key, TurnRef ref, Summariser summariser) {
        return again(() -> parts.protocols().redacting(desk()).redact(key, ref, summariser));
    }

    @Override
    public SummaryCommit summarise(Conversation loaded, Summary summary) {
        return again(() -> parts.protocols().summarising(desk()).summarise(loaded, summary));
    }

    // what may be repeated, when turns went to the archive while they were looked for
    private static <T> T again(Supplier<T> work) {
        for (int n = 1; ; n++) {
            try {
                return work.get();
            } catch (TurnsMovedException moved) {
                if (n == MOST_AGAIN) {
                    throw new StoreUnavailableException("turns are moved all the time", SOON, moved);
                }
            }
        }
    }

    @Override
    public Optional<DanaFile> export(ConversationKey key) {
        return parts.protocols().paging(desk()).export(key);
    }

    @Override
    public DirectoryPage list(UserId user, DirectoryQuery query) {
        Desk desk = desk();
        return desk.contention().read(() -> new Listing(desk.blobs(), desk.layout()).list(user, query));
    }

    @Override
    public OwnedPage owned(UserId user, @Nullable String position, int limit) {
        Desk desk = desk();
        return desk.contention().read(() -> new OwnedKeys(desk).page(user, position == null ? "" : position, limit));
    }

    @Override
    public UserErasure eraseUser(UserId user) {
        return parts.protocols().userErasing(desk()).erase(user);
    }

    private Desk desk() {
        return parts.desk(deadline == null ? Deadline.in(LONGEST_CALL) : deadline.atMost(LONGEST_CALL));
    }
}
