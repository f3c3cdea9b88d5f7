package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Records in the directory that a conversation is in use; the next turn tells its followers. */
class Touching {
    private static final Duration FRESH = Duration.ofMinutes(30);

    private final Desk desk;
    private final Finishing finishing;
    private final EntryKeeping keeping;

    Touching(Desk desk, Finishing finishing, EntryKeeping keeping) {
        this.desk = desk;
        this.finishing = finishing;
        this.keeping = keeping;
    }

    Touch touch(Conversation loaded) {
        DynamoState state = DynamoState.of(loaded);
        if (loaded.header().status() == ConversationStatus.ARCHIVED) {
            return desk.contention().settle(round -> activate(loaded));
        }
        Instant now = desk.clock().instant();
        if (isFresh(state.touchedAt(), now)) {
            return new Touch.Current(loaded);
        }
        if (state.view().pending() != null) {
            desk.contention().read(() -> finishing.live(loaded.header().key(), 1));
        }
        Optional<View> shown = desk.contention().read(() -> keeping.touch(state.view(), now));
        if (shown.isEmpty()) {
            return new Touch.Gone();
        }
        // archived since the load
        return shown.get().header().status() == ConversationStatus.ARCHIVED
                ? desk.contention().settle(round -> activate(loaded))
                : new Touch.Current(at(loaded, state, now));
    }

    /** Whether activity was recorded so lately that it need not be again. */
    boolean isFresh(Instant touchedAt, Instant now) {
        return touchedAt.plus(FRESH).isAfter(now);
    }

    private static Conversation at(Conversation loaded, DynamoState state, Instant now) {
        return new Conversation(
                loaded.header(),
                loaded.turns(),
                loaded.summaries(),
                loaded.loadedAt(),
                new DynamoState(state.view(), now, state.isCertain()));
    }

    // a label that lists filter by is changed where it is kept, and seen by all from then on
    private Optional<Touch> activate(Conversation loaded) {
        Optional<View> live = finishing
                .live(loaded.header().key(), loaded.turns().size())
                .filter(view -> view.root().birth().equals(loaded.header().birth()));
        if (live.isEmpty()) {
            return Optional.of(new Touch.Gone());
        }
        View view = live.get();
        Root root = view.root();
        Root next = root.next(
                root.labels().with(ConversationStatus.ACTIVE),
                root.times().touched(desk.clock().instant()));
        if (!desk.replace(view.key(), next, view.root().revision())) {
            return Optional.empty();
        }
        View changed = view.with(next);
        keeping.follow(changed);
        return Optional.of(new Touch.Current(desk.loading().conversation(changed)));
    }
}
