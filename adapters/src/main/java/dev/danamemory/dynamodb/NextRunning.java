package dev.danamemory.dynamodb;

import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewTurn;
import dev.danamemory.store.rules.Sessions;
import dev.danamemory.store.rules.Titles;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a turn carries on from the one before it. */
final class NextRunning {
    private NextRunning() {}

    static Running after(View view, NewTurn turn, MemorySettings settings, Instant now, Instant touchedAt) {
        Running before = view.running();
        Instant touched = before != null && before.touchedAt().isAfter(touchedAt) ? before.touchedAt() : touchedAt;
        Running carried =
                new Running(sessions(view, turn, settings), now, touched, agentId(view, before, turn), null, false);
        return titled(carried, view, before, turn);
    }

    private static long sessions(View view, NewTurn turn, MemorySettings settings) {
        Slot.One newest = view.newest();
        if (newest == null) {
            return Math.max(1, view.root().history().log().sessions());
        }
        boolean isNew = Sessions.isNew(newest.timestamp(), turn.timestamp(), settings);
        return newest.running().sessions() + (isNew ? 1 : 0);
    }

    private static @Nullable String agentId(View view, @Nullable Running before, NewTurn turn) {
        if (view.root().labels().agentId() != null) {
            return null;
        }
        return before != null && before.agentId() != null ? before.agentId() : turn.agentId();
    }

    private static Running titled(Running carried, View view, @Nullable Running before, NewTurn turn) {
        Labels labels = view.root().labels();
        if (labels.derivedTitle() != null && !labels.isExpected()) {
            return carried;
        }
        if (before != null && (before.confirmsTitle() || before.title() != null)) {
            return carried.titled(before.title(), before.confirmsTitle());
        }
        String derived = Titles.derive(turn.userInput());
        boolean isExpected = derived != null && derived.equals(labels.derivedTitle());
        return carried.titled(isExpected ? null : derived, isExpected);
    }
}
