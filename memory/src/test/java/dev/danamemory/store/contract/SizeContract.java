package dev.danamemory.store.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.PageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Any allowed size. */
public interface SizeContract extends Clauses {
    @Test
    default void thirtyTurnsOfTheLargestSizeAreReadWhole() {
        ConversationKey key = bench().key();
        Conversation last = bench().create(key);
        List<Turn> all = new ArrayList<>();
        for (int number = 1; number <= 30; number++) {
            NewTurn turn = Samples.largeTurn("large " + number);
            last = bench().appendAll(last, List.of(turn));
            all.add(turn.numbered(number));
        }
        Conversation loaded = bench().load(key);
        same(bench().store().newest(loaded, 20), all.subList(10, 30));
        same(paged(key), all);
        same(bench().store().export(key).orElseThrow().turns(), all);
        bench().erase(key);
        bench().observeNothing(key);
    }

    private List<Turn> paged(ConversationKey key) {
        List<Turn> turns = new ArrayList<>();
        long bytes = PagingContract.PAGE_BYTES;
        while (true) {
            var request = new PageRequest.After(turns.size(), 200, bytes);
            List<Turn> page = bench().store().turns(key, request).orElseThrow().turns();
            if (page.isEmpty()) {
                return turns;
            }
            assertThat(page.size()).as("turns in a page of 4 MiB").isBetween(1, 7);
            turns.addAll(page);
        }
    }

    // a failed comparison must not print megabytes
    private static void same(List<Turn> seen, List<Turn> expected) {
        assertThat(seen.stream().map(Turn::turnNumber))
                .containsExactlyElementsOf(LongStream.rangeClosed(
                                expected.getFirst().turnNumber(),
                                expected.getLast().turnNumber())
                        .boxed()
                        .toList());
        assertThat(seen.equals(expected)).as("turns are equal").isTrue();
    }
}
