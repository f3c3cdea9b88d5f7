package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.PageRequest;
import dev.danamemory.store.TurnPage;
import dev.danamemory.store.TurnRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Pages, forwards and backwards, at every length where a store may begin something new. */
public interface PagingContract extends Clauses {
    /** A page's usual bound, in bytes. */
    long PAGE_BYTES = 4L << 20;

    @Test
    default void pagesAreWholeAtEveryLength() {
        ConversationKey key = bench().key();
        Conversation last = bench().create(key);
        List<Turn> all = new ArrayList<>();
        Set<Integer> lengths = Set.of(0, 1, 2, 19, 20, 21, 22, 39, 40, 41, 42, 59, 60, 61, 79, 80, 81, 205);
        while (all.size() <= 205) {
            if (lengths.contains(all.size())) {
                readsAs(key, all, all.size() < 60 ? List.of(1, 7, 20, 200) : List.of(19, 20, 21, 200));
                bench().observe(key);
            }
            NewTurn turn = Samples.turn("message " + (all.size() + 1));
            last = bench().appendAll(last, List.of(turn));
            all.add(turn.numbered(all.size() + 1));
        }
    }

    @Test
    default void pagesOfAnImportThatBeginsAboveOne() {
        ConversationKey key = bench().key();
        List<Turn> all = new ArrayList<>(Samples.turns(981, 1030));
        bench().imported(key, Samples.file(981, 1030));
        readsAs(key, all, List.of(1, 20, 200));
        for (int i = 0; i < 45; i++) {
            all.add(bench().append(key, "more"));
        }
        assertThat(all.getLast().turnNumber()).isEqualTo(1075);
        readsAs(key, all, List.of(7, 20, 200));
        assertThat(bench().store().turn(key, new TurnRef.ByNumber(980))).isEmpty();
        assertThat(before(key, 981, 50, PAGE_BYTES)).isEmpty();
        assertThat(after(key, 3, 2, PAGE_BYTES)).isEqualTo(all.subList(0, 2));
    }

    @Test
    default void oneTurnIsFoundByNumberAndById() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 65);
        for (Turn turn : bench().observe(key).turns()) {
            assertThat(bench().store().turn(key, new TurnRef.ByNumber(turn.turnNumber())))
                    .contains(turn);
            assertThat(bench().store().turn(key, new TurnRef.ById(turn.turnId())))
                    .contains(turn);
        }
        for (long number : List.of(0L, -1L, 66L, Long.MAX_VALUE)) {
            assertThat(bench().store().turn(key, new TurnRef.ByNumber(number))).isEmpty();
        }
        assertThat(bench().store().turn(key, new TurnRef.ById("3"))).isEmpty();
    }

    @Test
    default void aPageEndsEarlyAndHoldsAtLeastOneTurn() {
        ConversationKey key = bench().key();
        bench().create(key);
        List<NewTurn> turns = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            turns.add(Samples.turn("x".repeat(10_000)));
        }
        bench().appendAll(bench().load(key), turns);
        List<Turn> all = bench().observe(key).turns();
        assertThat(after(key, 0, 50, 1)).isEqualTo(all.subList(0, 1));
        assertThat(after(key, 15, 50, 1)).isEqualTo(all.subList(15, 16));
        assertThat(before(key, Long.MAX_VALUE, 50, 1)).isEqualTo(all.subList(29, 30));
        assertThat(before(key, 6, 50, 1)).isEqualTo(all.subList(4, 5));
        List<Turn> some = after(key, 0, 50, 105_000);
        assertThat(some).isEqualTo(all.subList(0, some.size())).hasSizeBetween(3, 10);
        List<Turn> newest = before(key, Long.MAX_VALUE, 50, 105_000);
        assertThat(newest).isEqualTo(all.subList(30 - newest.size(), 30)).hasSizeBetween(3, 10);
    }

    @Test
    default void newestAreAsManyAsAreAskedForOrThere() {
        ConversationKey key = bench().key();
        bench().create(key);
        bench().appendAll(bench().load(key), 75);
        List<Turn> all = bench().observe(key).turns();
        for (int load : List.of(0, 1, 20, 200)) {
            Conversation loaded = bench().store().load(key, load).orElseThrow();
            for (int count : List.of(0, 1, 20, 41, 60, 75, 200)) {
                assertThat(bench().store().newest(loaded, count)).isEqualTo(all.subList(Math.max(0, 75 - count), 75));
            }
        }
    }

    @Test
    default void thereAreNoPagesWhereNothingIs() {
        ConversationKey key = bench().key();
        assertThat(bench().store().turns(key, new PageRequest.After(0, 50, PAGE_BYTES)))
                .isEmpty();
        assertThat(bench().store().turns(key, new PageRequest.Before(9, 50, PAGE_BYTES)))
                .isEmpty();
        assertThat(bench().store().turn(key, new TurnRef.ById("a"))).isEmpty();
    }

    private void readsAs(ConversationKey key, List<Turn> all, List<Integer> limits) {
        long total = all.isEmpty() ? 0 : all.getLast().turnNumber();
        for (int limit : limits) {
            List<Turn> forwards = new ArrayList<>();
            long from = 0;
            for (List<Turn> page = after(key, from, limit, PAGE_BYTES);
                    !page.isEmpty();
                    page = after(key, from, limit, PAGE_BYTES)) {
                assertThat(page.size()).isLessThanOrEqualTo(limit);
                forwards.addAll(page);
                from = page.getLast().turnNumber();
            }
            assertThat(forwards).as("forwards by %d", limit).isEqualTo(all);
            List<Turn> backwards = new ArrayList<>();
            long to = Long.MAX_VALUE;
            for (List<Turn> page = before(key, to, limit, PAGE_BYTES);
                    !page.isEmpty();
                    page = before(key, to, limit, PAGE_BYTES)) {
                assertThat(page.size()).isLessThanOrEqualTo(limit);
                backwards.addAll(0, page);
                to = page.getFirst().turnNumber();
            }
            assertThat(backwards).as("backwards by %d", limit).isEqualTo(all);
        }
        assertThat(after(key, total, 50, PAGE_BYTES)).isEmpty();
        assertThat(after(key, total + 100, 50, PAGE_BYTES)).isEmpty();
        assertThat(before(key, 1, 50, PAGE_BYTES)).isEmpty();
        assertThat(before(key, total + 100, 3, PAGE_BYTES))
                .isEqualTo(all.subList(Math.max(0, all.size() - 3), all.size()));
    }

    private List<Turn> after(ConversationKey key, long number, int limit, long bytes) {
        TurnPage page = bench().store()
                .turns(key, new PageRequest.After(number, limit, bytes))
                .orElseThrow();
        return page.turns();
    }

    private List<Turn> before(ConversationKey key, long number, int limit, long bytes) {
        TurnPage page = bench().store()
                .turns(key, new PageRequest.Before(number, limit, bytes))
                .orElseThrow();
        return page.turns();
    }
}
