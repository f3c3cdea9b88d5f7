package dev.danamemory.dynamodb;

import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.StoredDataUnreadableException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Gives conversations as their callers see them. */
class Loading {
    // what is more is read when it is asked for
    private static final long MOST_BYTES = 4L << 20;

    private final Looking looking;
    private final Turns turns;
    private final Summaries summaries;
    private final InstantSource clock;

    Loading(Looking looking, Turns turns, Summaries summaries, InstantSource clock) {
        this.looking = looking;
        this.turns = turns;
        this.summaries = summaries;
        this.clock = clock;
    }

    Optional<Conversation> load(ConversationKey key, int count) {
        Optional<View> live = looking.live(key, count);
        return live.isPresent() ? Optional.of(conversation(live.get())) : Optional.empty();
    }

    /** @throws StoredDataUnreadableException when its summaries or the turns that came with it are damaged */
    Conversation conversation(View view) {
        return conversation(view, newest(view), true);
    }

    /** A conversation whose newest turns are known. */
    Conversation conversation(View view, List<Turn> newest, boolean isCertain) {
        Instant touchedAt = view.touchedAt();
        return conversation(view, newest, summaries.of(view), new DynamoState(view, touchedAt, isCertain));
    }

    /** A conversation all of which is known. */
    Conversation conversation(View view, List<Turn> newest, List<Summary> last, DynamoState state) {
        return new Conversation(view.header(), newest, last, clock.instant(), state);
    }

    // up to the first that is so large that it lies in parts
    private List<Turn> newest(View view) {
        List<Turn> newest = new ArrayList<>();
        long bytes = 0;
        for (Slot slot : view.slots()) {
            if (!(slot instanceof Slot.One one) || one.body().parts() > 0 || bytes > MOST_BYTES) {
                break;
            }
            Turns.Sized sized = turns.turn(view.key(), one);
            bytes += sized.bytes();
            newest.add(sized.turn());
        }
        return newest.reversed();
    }
}
