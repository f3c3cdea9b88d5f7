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

/** A conversation's whole history to search, a page in memory at a time; one that is not there has no turns. */
public record StoredHistory(ConversationStore store, ConversationKey key) implements History {
    private static final int PAGE = 200;
    private static final long PAGE_BYTES = 4L << 20;

    @Override
    public Optional<Turn> turn(long number) {
        return store.turn(key, new TurnRef.ByNumber(number));
    }

    @Override
    public Iterator<Turn> iterator() {
        return new Pages();
    }

    private final class Pages implements Iterator<Turn> {
        private long last;
        private boolean isLastPage;
        private Iterator<Turn> page = List.<Turn>of().iterator();

        @Override
        public boolean hasNext() {
            if (!page.hasNext() && !isLastPage) {
                read();
            }
            return page.hasNext();
        }

        private void read() {
            Optional<TurnPage> read = store.turns(key, new PageRequest.After(last, PAGE, PAGE_BYTES));
            List<Turn> turns = read.map(TurnPage::turns).orElse(List.of());
            last = turns.isEmpty() ? last : turns.getLast().turnNumber();
            isLastPage = turns.isEmpty() || last >= read.orElseThrow().header().lastTurn();
            page = turns.iterator();
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
