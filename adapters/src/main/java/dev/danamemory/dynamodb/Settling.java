package dev.danamemory.dynamodb;

import dev.danamemory.store.StoreUnavailableException;
import java.util.Optional;

/**
 * Writes into conversation item and directory what turns have told for the first time: whose conversation it is, what its
 * first message makes its title, that it is active again. Until that is done the turns carry it on.
 */
class Settling {
    private final Desk desk;
    private final EntryKeeping keeping;

    Settling(Desk desk, EntryKeeping keeping) {
        this.desk = desk;
        this.keeping = keeping;
    }

    /** The conversation as it is then; as it was when there is nothing to write, or no way: the next turn tries again. */
    View settleIfPossible(View view) {
        if (!view.isUnsettled()) {
            return view;
        }
        try {
            return desk.contention().settle(round -> settle(view, round));
        } catch (StoreUnavailableException theTurnIsStoredAllTheSame) {
            return view;
        }
    }

    private Optional<View> settle(View known, int round) {
        View view = known;
        if (round > 0) {
            Optional<View> live = desk.looking()
                    .live(known.header())
                    .filter(now -> now.root().epoch().equals(known.root().epoch()));
            if (live.isEmpty() || !live.get().isUnsettled()) {
                return Optional.of(known); // somebody else did it
            }
            view = live.get();
        }
        View settled = new View(view.key(), settled(view), null, view.newest(), view.slots());
        if (!desk.replace(view.key(), settled.root(), view.root().revision())) {
            return Optional.empty();
        }
        keeping.followIfPossible(settled);
        return Optional.of(round == 0 ? settled : known);
    }

    private Root settled(View view) {
        Root root = view.root();
        return root.next(
                root.labels().told(view.header()),
                root.times().touched(desk.clock().instant()));
    }
}
