package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.DirectoryEntry;
import dev.danamemory.store.DirectoryQuery;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.TurnPage;
import dev.danamemory.store.TurnRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * All that can be read of a conversation.
 *
 * @param turns the whole history
 * @param summaries all of them
 */
public record Observed(ConversationHeader header, List<Turn> turns, List<Summary> summaries) {
    private static final int PAGE = 200;
    private static final long PAGE_BYTES = 4L << 20;
    private static final int WINDOW = 20;

    /** Reads a conversation in every way there is; they must agree, the list included. */
    public static Optional<Observed> of(ConversationStore store, ConversationKey key) {
        Optional<DirectoryEntry> listed =
                store.list(key.user(), new DirectoryQuery(null, null, 100, null)).entries().stream()
                        .filter(entry -> entry.conversationId().equals(key.conversationId()))
                        .findFirst();
        Optional<Observed> observed = unlisted(store, key);
        assertThat(listed.isPresent())
                .as("whether %s is listed (it is to be there: %s)", key.conversationId(), observed.isPresent())
                .isEqualTo(observed.isPresent());
        observed.ifPresent(found -> found.agreesWith(listed.orElseThrow()));
        return observed;
    }

    /** As {@link #of} without a look at the list, which may show what a crash left. */
    public static Optional<Observed> unlisted(ConversationStore store, ConversationKey key) {
        Optional<Conversation> loaded = store.load(key, WINDOW);
        Optional<DanaFile> export = store.export(key);
        List<Turn> paged = pages(store, key);
        if (loaded.isEmpty()) {
            assertThat(export).as("export of nothing").isEmpty();
            assertThat(paged).as("turns of nothing").isEmpty();
            assertThat(store.turn(key, new TurnRef.ByNumber(1)))
                    .as("first turn of nothing")
                    .isEmpty();
            return Optional.empty();
        }
        DanaFile file = export.orElseThrow(() -> new AssertionError("can be loaded and not exported"));
        Observed observed = new Observed(loaded.get().header(), paged, file.summaries());
        observed.isWhole();
        observed.agreesWith(file);
        observed.agreesWith(store, loaded.get());
        return Optional.of(observed);
    }

    private static List<Turn> pages(ConversationStore store, ConversationKey key) {
        List<Turn> turns = new ArrayList<>();
        long after = 0;
        while (true) {
            Optional<TurnPage> page = store.turns(key, new PageRequest.After(after, PAGE, PAGE_BYTES));
            if (page.isEmpty() || page.get().turns().isEmpty()) {
                return turns;
            }
            turns.addAll(page.get().turns());
            after = turns.getLast().turnNumber();
            if (after == page.get().header().lastTurn()) {
                return turns;
            }
        }
    }

    private void isWhole() {
        assertThat(turns.stream().map(Turn::turnNumber).toList())
                .as("turn numbers, from the first that is kept to the last, no gap and no double")
                .isEqualTo(LongStream.rangeClosed(header.firstTurn(), header.lastTurn())
                        .boxed()
                        .toList());
        assertThat(turns.stream().map(Turn::turnId).toList()).as("turn ids").doesNotHaveDuplicates();
        assertThat(header.keptTurns()).as("turns that the statistics count").isEqualTo(turns.size());
        assertThat(header.sessionCount() > 0)
                .as("sessions: %s", header.sessionCount())
                .isEqualTo(header.lastTurn() > 0);
    }

    private void agreesWith(DanaFile file) {
        assertThat(file.turns()).as("exported turns").isEqualTo(turns);
        assertThat(file.totalTurns()).as("exported total").isEqualTo(header.lastTurn());
        assertThat((long) file.summaries().size()).as("exported summaries").isEqualTo(header.summaryCount());
    }

    private void agreesWith(ConversationStore store, Conversation loaded) {
        int came = loaded.turns().size();
        assertThat(loaded.turns()).as("loaded turns").isEqualTo(last(turns, came));
        assertThat(store.newest(loaded, WINDOW)).as("newest turns").isEqualTo(last(turns, WINDOW));
        assertThat(loaded.summaries()).as("loaded summaries").isEqualTo(last(summaries, 3));
        assertThat(store.turn(header.key(), new TurnRef.ByNumber(header.lastTurn() + 1)))
                .as("turn after the last")
                .isEmpty();
        if (!turns.isEmpty()) {
            Turn first = turns.getFirst();
            assertThat(store.turn(header.key(), new TurnRef.ByNumber(first.turnNumber())))
                    .as("first turn")
                    .contains(first);
            assertThat(store.turn(header.key(), new TurnRef.ById(turns.getLast().turnId())))
                    .as("last turn by id")
                    .contains(turns.getLast());
        }
    }

    // a derived title may reach the list with the next touch; a caller's title is there at once
    private void agreesWith(DirectoryEntry entry) {
        if (header.title() != null || entry.title() != null) {
            assertThat(entry.title()).as("title in the list").isEqualTo(header.shownTitle());
        }
        assertThat(entry.createdAt()).as("creation time in the list").isEqualTo(header.createdAt());
        assertThat(entry.metadata()).as("metadata in the list").isEqualTo(header.metadata());
        if (header.lastTurn() == 0 || entry.agentId() != null) {
            assertThat(entry.agentId()).as("agent in the list").isEqualTo(header.agentId());
        }
    }

    private static <T> List<T> last(List<T> all, int count) {
        return all.subList(Math.max(0, all.size() - count), all.size());
    }
}
