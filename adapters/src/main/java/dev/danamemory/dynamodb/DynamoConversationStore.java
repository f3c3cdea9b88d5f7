package dev.danamemory.dynamodb;

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
import dev.danamemory.store.SummaryCommit;
import dev.danamemory.store.Touch;
import dev.danamemory.store.TurnArchive;
import dev.danamemory.store.TurnPage;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.UserErasure;
import dev.danamemory.summary.Summariser;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Conversations as items of one DynamoDB table: an item per turn, one for all that no turn changes, a directory entry. One
 * query and one conditional put per turn.
 */
public final class DynamoConversationStore implements ConversationStore {
    // callers are promised an answer within ten
    private static final Duration LONGEST_CALL = Duration.ofSeconds(9);

    private final StoreParts parts;
    private final Meter meter;
    private final @Nullable Deadline deadline;

    /** A store whose turns all stay in the table. */
    public DynamoConversationStore(DynamoDbClient client, String table, NewIds ids, InstantSource clock) {
        this(client, table, null, ids, clock);
    }

    /**
     * @param table as the template defines it; its name
     * @param archive where cleanup moves turns that nobody has asked for lately, or null: nowhere
     */
    public DynamoConversationStore(
            DynamoDbClient client, String table, @Nullable TurnArchive archive, NewIds ids, InstantSource clock) {
        this(new AwsTable(client, table, new Meter(), Deadline.in(LONGEST_CALL)), archive, ids, clock, new Protocols());
    }

    DynamoConversationStore(
            Table table, @Nullable TurnArchive archive, NewIds ids, InstantSource clock, Protocols protocols) {
        this(StoreParts.of(table, archive, ids, clock, protocols), new Meter(), null);
    }

    private DynamoConversationStore(StoreParts parts, Meter meter, @Nullable Deadline deadline) {
        this.parts = parts;
        this.meter = meter;
        this.deadline = deadline;
    }

    /** What a scheduled run does with these conversations. */
    public DynamoUpkeep upkeep() {
        return new DynamoUpkeep(parts, meter, deadline);
    }

    @Override
    public ConversationStore within(Meter counting, Deadline until) {
        return new DynamoConversationStore(parts, counting, until);
    }

    @Override
    public Creation create(ConversationKey key, NewConversation conversation) {
        return parts.protocols().creating(desk()).create(key, conversation);
    }

    @Override
    public Optional<Conversation> load(ConversationKey key, int turns) {
        Desk desk = desk();
        return desk.contention().read(() -> desk.loading().load(key, turns));
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
        return parts.protocols().appending(desk()).storedAfter(loaded, number, turnId);
    }

    @Override
    public HeldClaim claim(UserId user, String name, KeyClaim claim) {
        return parts.protocols().claims(desk()).claim(user, name, claim);
    }

    @Override
    public Optional<HeldClaim> claimOf(UserId user, String name) {
        return parts.protocols().claims(desk()).find(user, name);
    }

    @Override
    public Optional<HeldClaim> replaceClaim(UserId user, String name, HeldClaim held, KeyClaim claim) {
        return parts.protocols().claims(desk()).replace(user, name, held, claim);
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
        return parts.protocols().redacting(desk()).redact(key, ref, summariser);
    }

    @Override
    public SummaryCommit summarise(Conversation loaded, Summary summary) {
        return parts.protocols().summarising(desk()).summarise(loaded, summary);
    }

    @Override
    public Optional<DanaFile> export(ConversationKey key) {
        return parts.protocols().paging(desk()).export(key);
    }

    @Override
    public DirectoryPage list(UserId user, DirectoryQuery query) {
        Desk desk = desk();
        return desk.contention().read(() -> parts.protocols().listing(desk).list(user, query));
    }

    @Override
    public OwnedPage owned(UserId user, @Nullable String position, int limit) {
        Desk desk = desk();
        return desk.contention().read(() -> new OwnedKeys(desk.table()).page(user, position, limit));
    }

    @Override
    public UserErasure eraseUser(UserId user) {
        return parts.protocols().userErasing(desk()).erase(user);
    }

    private Desk desk() {
        Deadline call = deadline == null ? Deadline.in(LONGEST_CALL) : deadline.atMost(LONGEST_CALL);
        return parts.desk(meter, call);
    }
}
