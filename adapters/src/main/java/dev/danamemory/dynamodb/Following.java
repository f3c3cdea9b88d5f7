package dev.danamemory.dynamodb;

import dev.danamemory.store.Conversation;
import java.util.Optional;
import java.util.function.Function;

/** Reads what a conversation that was loaded a while ago still has, wherever it lies by now. */
record Following(Desk desk, Conversation loaded) {
    /**
     * Reads with the view of the load, and with a newer one when things are no longer where it says: they may have been
     * archived since.
     *
     * @return what was read; nothing when the epoch has ended
     */
    <T> Optional<T> read(Function<View, T> read) {
        return desk.contention().settle(round -> {
            Optional<View> view =
                    round == 0 ? Optional.of(DynamoState.of(loaded).view()) : now();
            return Optional.of(view.map(read));
        });
    }

    private Optional<View> now() {
        return desk.looking()
                .live(loaded.header())
                .filter(view -> view.root().epoch().equals(loaded.header().epoch()));
    }
}
