package dev.danamemory.store.reference;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
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
import dev.danamemory.store.TurnPage;
import dev.danamemory.store.TurnRef;
import dev.danamemory.store.UserErasure;
import dev.danamemory.store.contract.Rule;
import dev.danamemory.store.contract.StoreFaults;
import dev.danamemory.summary.Summariser;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A store in memory, of the blob kind. */
final class ReferenceStore implements ConversationStore {
    private final Desk desk;
    private final StoreFaults faults;
    private final Directory directory;
    private final Creations creations;
    private final Appends appends;
    private final Endings endings;
    private final Labels labels;
    private final Summaries summaries;
    private final Reader reader;
    private final Claims claims;
    private final Redactions redactions;
    private final Users users;

    ReferenceStore(Cells cells, InstantSource clock, StoreFaults faults, Meter meter, Set<Rule> broken) {
        this.faults = faults;
        this.desk = new Desk(new Backend(cells, faults, meter), clock, new Names(broken), broken);
        Blocks blocks = new Blocks(desk);
        this.directory = new Directory(desk);
        this.creations = new Creations(desk, directory, blocks);
        this.appends = new Appends(desk, blocks);
        this.endings = new Endings(desk, directory, blocks);
        this.labels = new Labels(desk, directory);
        this.summaries = new Summaries(desk, blocks);
        this.reader = new Reader(desk, blocks);
        this.claims = new Claims(desk);
        this.users = new Users(desk, endings);
        this.redactions = new Redactions(desk, blocks, directory);
    }

    @Override
    public ConversationStore within(Meter meter, Deadline deadline) {
        return new ReferenceStore(desk.backend().cells(), desk.clock(), faults, meter, desk.broken());
    }

    @Override
    public Creation create(ConversationKey key, NewConversation conversation) {
        Instant start = desk.now();
        Creation creation = creations.create(key, conversation);
        users.undoIfErased(key, start);
        return creation;
    }

    @Override
    public Optional<Conversation> load(ConversationKey key, int turns) {
        return desk.live(key).map(desk::conversation);
    }

    @Override
    public List<Turn> newest(Conversation loaded, int count) {
        return reader.newest(loaded, count);
    }

    @Override
    public Touch touch(Conversation loaded) {
        return labels.touch(loaded);
    }

    @Override
    public Append append(Conversation loaded, NewTurn turn, MemorySettings settings) {
        return appends.append(loaded, turn, settings);
    }

    @Override
    public Append appendOnce(Conversation loaded, NewTurn turn, MemorySettings settings) {
        return appends.appendOnce(loaded, turn, settings);
    }

    @Override
    public Optional<Turn> storedAfter(Conversation loaded, long number, String turnId) {
        return appends.storedAfter(loaded, number, turnId);
    }

    @Override
    public HeldClaim claim(UserId user, String name, KeyClaim claim) {
        return claims.claim(user, name, claim);
    }

    @Override
    public Optional<HeldClaim> claimOf(UserId user, String name) {
        return claims.find(user, name);
    }

    @Override
    public Optional<HeldClaim> replaceClaim(UserId user, String name, HeldClaim held, KeyClaim claim) {
        return claims.replace(user, name, held, claim);
    }

    @Override
    public Import importFile(ConversationKey key, ImportRequest request) {
        Instant start = desk.now();
        Import imported = creations.importFile(key, request);
        users.undoIfErased(key, start);
        return imported;
    }

    @Override
    public Optional<Conversation> update(ConversationKey key, ConversationChange change) {
        return labels.update(key, change);
    }

    @Override
    public Optional<Conversation> clear(ConversationKey key) {
        return endings.clear(key);
    }

    @Override
    public Erasure erase(ConversationKey key) {
        return endings.erase(key);
    }

    @Override
    public Optional<TurnPage> turns(ConversationKey key, PageRequest request) {
        return reader.page(key, request);
    }

    @Override
    public Optional<Turn> turn(ConversationKey key, TurnRef ref) {
        return reader.turn(key, ref);
    }

    @Override
    public Optional<Turn> redact(ConversationKey key, TurnRef ref, Summariser summariser) {
        return reader.turn(key, ref).flatMap(turn -> redactions.redact(key, turn, summariser));
    }

    @Override
    public SummaryCommit summarise(Conversation loaded, Summary summary) {
        return summaries.summarise(loaded, summary);
    }

    @Override
    public Optional<DanaFile> export(ConversationKey key) {
        return reader.export(key);
    }

    @Override
    public DirectoryPage list(UserId user, DirectoryQuery query) {
        return directory.page(user, query);
    }

    @Override
    public OwnedPage owned(UserId user, @Nullable String position, int limit) {
        return users.owned(user, position, limit);
    }

    @Override
    public UserErasure eraseUser(UserId user) {
        return users.erase(user);
    }
}
