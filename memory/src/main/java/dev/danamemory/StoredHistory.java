package dev.danamemory;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Turn;
import dev.danamemory.search.History;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.TurnPage;
import dev.danamemory.store.TurnRef;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A conversation's whole history to search, a page in memory at a time; one that is not there has no turns. It ends where
 * it was when the conversation is cleared or one of its turns redacted meanwhile.
 */
public record StoredHistory(ConversationStore store, ConversationKey key) implements History {
    /** About how many bytes a page of turns may hold, whether it is kept in memory or goes out as an answer. */
    public static final long PAGE_BYTES = 4L << 20;

    private static final int PAGE = 200;

    @Override
    public Optional<Turn> turn(long number) {
        return store.turn(key, new TurnRef.ByNumber(number));
    }

    @Override
    public Iterator<Turn> iterator() {
        return new Pages(0);
    }

    /** The turns that follow a number. */
    public Iterable<Turn> after(long number) {
        return () -> new Pages(number);
    }

    private final class Pages implements Iterator<Turn> {
        private @Nullable Long generation;
        private long last;
        private boolean isLastPage;
        private Iterator<Turn> page = List.<Turn>of().iterator();

        Pages(long after) {
            last = after;
        }

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !isLastPage) {
                read();
            }
            return page.hasNext();
        }

        private void read() {
            Optional<TurnPage> read = store.turns(key, new PageRequest.After(last, PAGE, PAGE_BYTES))
                    .filter(this::goesOn);
            List<Turn> turns = read.map(TurnPage::turns).orElse(List.of());
            last = turns.isEmpty() ? last : turns.getLast().turnNumber();
            isLastPage = turns.isEmpty() || last >= read.orElseThrow().header().lastTurn();
            page = turns.iterator();
        }

        // after a clear the numbers begin again: a page from then is not what follows the pages before
        private boolean goesOn(TurnPage page) {
            long now = page.header().generation();
            if (generation == null) {
                generation = now;
            }
            return generation == now;
        }

        @Override
        public Turn next() {
            if (!hasNext()) {
                throw new NoSuchElementException("the history has ended");
            }
            return page.next();
        }
    }
}
