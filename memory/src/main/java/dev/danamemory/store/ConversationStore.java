package dev.danamemory.store;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.UserId;
import dev.danamemory.summary.Summariser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps conversations. Every promise below is a clause of the published contract suite, which each store passes.
 *
 * <p>Promises of all methods: what belongs to another user is never read or changed, whatever characters users and ids
 * contain. A failed read is never an empty history: it throws. A method that throws {@link StoreUnavailableException}
 * may or may not have done its work, never half of it, and may be repeated. All methods may be called by any number of
 * threads and processes at once.
 *
 * @see StoreUnavailableException thrown by every method when the backend is out of reach or stays contended
 * @see StoredDataUnreadableException thrown by every method but {@link #erase} when it meets damaged data, which is kept
 */
public interface ConversationStore {
    /** This store with its backend requests counted, and given up in good time before a deadline. */
    ConversationStore within(Meter meter, Deadline deadline);

    /**
     * Makes a conversation if the id is free. Of several callers at once one makes it. Its generation is higher than any
     * that the id has had. A request that is delivered late, after an erase, brings nothing back.
     */
    Creation create(ConversationKey key, NewConversation conversation);

    /**
     * Reads a conversation and its newest turns, consistently: it sees every append, clear and erase that was answered
     * before. Without contention one request per started MB of turns.
     *
     * @param turns how many of the newest turns the caller expects to need; more or fewer may come
     * @return nothing when there is none
     */
    Optional<Conversation> load(ConversationKey key, int turns);

    /**
     * The newest turns of a loaded conversation, oldest first: those that came with the load and, if these are too few,
     * more that are read now.
     *
     * @param count how many, or as many as there are
     */
    List<Turn> newest(Conversation loaded, int count);

    /**
     * Records activity unless that was done within the last half hour, and makes the conversation active. Done before
     * an agent is called, so that clear, erase, archive and delete see the turn coming. Never brings back what was erased.
     */
    Touch touch(Conversation loaded);

    /**
     * Stores a turn behind all that are there. Atomic and final: once answered it is on every later read, whatever
     * crashes afterwards, until it is cleared or erased. Linear: numbers run without gap or double under any number of
     * writers. Exactly once: sent again with the same turn id and the same loaded conversation it stores nothing more,
     * however many turns were stored in between. Never creates a conversation. Without contention one write,
     * amortised at most 1.1.
     *
     * @param settings of the conversation: its window stays quick to read, its session minutes count sessions
     */
    Append append(Conversation loaded, NewTurn turn, MemorySettings settings);

    /**
     * As {@link #append}, for a turn id that the caller chose: a turn of that id which came by this method since the last
     * clear, or is among those loaded, is not stored again but handed back as it is, however long ago it came and
     * whether or not it is the same. One write more.
     */
    Append appendOnce(Conversation loaded, NewTurn turn, MemorySettings settings);

    /**
     * The turn of that id among those after a number in the loaded conversation, redacted or failed or not; nothing when
     * there is none.
     */
    Optional<Turn> storedAfter(Conversation loaded, long number, String turnId);

    /**
     * Writes a claim down unless one of that name is there which is less than a day old. One write, and one read where
     * one is there. A claim sent again after its answer got lost is known as its caller's own.
     *
     * @param name digest of what the key stands for, in hex; a user's own
     */
    HeldClaim claim(UserId user, String name, KeyClaim claim);

    /** The claim of that name, if there is one which is less than a day old. */
    Optional<HeldClaim> claimOf(UserId user, String name);

    /**
     * Replaces a claim.
     *
     * @return the claim as it is stored now; nothing when somebody else has replaced it
     */
    Optional<HeldClaim> replaceClaim(UserId user, String name, HeldClaim held, KeyClaim claim);

    /**
     * Makes a conversation of a Dana file if the id is free; all of it appears at once.
     */
    Import importFile(ConversationKey key, ImportRequest request);

    /**
     * Changes title, metadata or status.
     *
     * @return the conversation after the change, or nothing when there is none
     * @throws dev.danamemory.model.InvalidInputException when the patched metadata would be over 16 KiB; nothing changed
     */
    Optional<Conversation> update(ConversationKey key, ConversationChange change);

    /**
     * Forgets turns and summaries, keeps id, title, metadata and agent. The generation rises; numbers begin at 1 again.
     * A turn in flight is not stored and its writer is told.
     *
     * @return the conversation after it, or nothing when there is none
     */
    Optional<Conversation> clear(ConversationKey key);

    /**
     * Erases everything of a conversation. From the answer on nothing is readable, and nothing in flight brings
     * anything back. Works on damaged data too. Broken off anywhere and repeated, it completes.
     */
    Erasure erase(ConversationKey key);

    /**
     * Reads a run of turns.
     *
     * @return nothing when there is no such conversation; an empty run where no turns are
     */
    Optional<TurnPage> turns(ConversationKey key, PageRequest request);

    /** One turn, or nothing. */
    Optional<Turn> turn(ConversationKey key, TurnRef ref);

    /**
     * Takes back what a turn says, wherever it stands: texts, steps, attachments and metadata go from the turn, from all
     * copies and from the summaries that cover it, which are made anew from what is still stored. Id, number and
     * timestamp stay. The generation rises. Broken off anywhere and repeated, it completes; on a redacted turn it finishes
     * what an earlier one left.
     *
     * @param summariser makes the summaries anew
     * @return the turn as it is now, or nothing when there is none
     */
    Optional<Turn> redact(ConversationKey key, TurnRef ref, Summariser summariser);

    /**
     * Adds a summary whose range begins with the first turn that is not summarised, provided that generation and epoch
     * are those of the load.
     */
    SummaryCommit summarise(Conversation loaded, Summary summary);

    /** The whole conversation as one Dana file, or nothing. */
    Optional<DanaFile> export(ConversationKey key);

    /** A user's conversations, newest activity first. */
    DirectoryPage list(UserId user, DirectoryQuery query);

    /**
     * A user's conversations in an order that no use changes: each that is there all the while comes once, in pages.
     *
     * @param position where the page before ended, or null for the first page
     * @param limit at least 1; a page may hold fewer and have a next one
     */
    OwnedPage owned(UserId user, @Nullable String position, int limit);

    /**
     * Erases all of a user's conversations: first all are marked, so that nothing is readable, then they are swept. What
     * was being made meanwhile by a request that began before goes too; what is made later stays. Broken off anywhere
     * and repeated, it completes.
     */
    UserErasure eraseUser(UserId user);
}
