package dev.danamemory.blob;

import dev.danamemory.model.ConversationStatus;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationHeader;
import dev.danamemory.store.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records in the list entry that a conversation is in use; the head learns of it with the next turn. */
class Touching {
    private static final Duration FRESH = Duration.ofMinutes(30);

    private final Desk desk;
    private final EntryKeeping keeping;

    Touching(Desk desk, EntryKeeping keeping) {
        this.desk = desk;
        this.keeping = keeping;
    }

    Touch touch(Conversation loaded) {
        BlobState state = BlobState.of(loaded);
        Head head = state.head();
        if (head.header().status() == ConversationStatus.ARCHIVED) {
            return desk.contention().settle(round -> activate(head.header()));
        }
        Instant now = desk.clock().instant();
        if (isFresh(head.marks().touchedAt(), now)) {
            return new Touch.Current(loaded);
        }
        return switch (desk.contention()
                .read(() -> keeping.touch(head.header(), head.marks().entryVersion()))) {
            case EntryKeeping.Kept.Gone gone -> new Touch.Gone();
            case EntryKeeping.Kept.There there ->
                new Touch.Current(new Conversation(
                        loaded.header(),
                        loaded.turns(),
                        loaded.summaries(),
                        loaded.loadedAt(),
                        new BlobState(touched(head, now, there.version()), state.version())));
        };
    }

    /** Whether activity was recorded so lately that it need not be again. */
    boolean isFresh(Instant touchedAt, Instant now) {
        return touchedAt.plus(FRESH).isAfter(now);
    }

    // a label that lists filter by is changed where it is kept, and seen by all from then on
    private Optional<Touch> activate(ConversationHeader loaded) {
        Optional<Found.Live> there = desk.heads().live(loaded);
        if (there.isEmpty()) {
            return Optional.of(new Touch.Gone());
        }
        Found.Live live = there.get();
        Instant now = desk.clock().instant();
        Head active = live.head().withHeader(live.head().header().withStatus(ConversationStatus.ACTIVE));
        Head next = touched(active, now, null);
        if (!(desk.heads().put(next, new Condition.Match(live.version())) instanceof PutResult.Stored stored)) {
            return Optional.empty();
        }
        keeping.follow(next.header(), live.head().marks().entryVersion());
        return Optional.of(new Touch.Current(desk.heads().conversation(next, stored.version())));
    }

    private static Head touched(Head head, Instant now, @Nullable String version) {
        return head.withMarks(head.marks().recorded(now, version, head.header().shownTitle()));
    }
}
