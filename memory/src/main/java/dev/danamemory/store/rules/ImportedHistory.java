package dev.danamemory.store.rules;

import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a file leaves out and its turns tell. */
public final class ImportedHistory {
    private ImportedHistory() {}

    /** The title that the first message gives, or null. */
    public static @Nullable String title(List<Turn> turns) {
        return turns.stream()
                .filter(turn -> turn.status() != TurnStatus.REDACTED)
                .map(turn -> Titles.derive(turn.userInput()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** When it began, as its first turn has it; now without turns. */
    public static String began(List<Turn> turns, String now) {
        return turns.isEmpty() ? now : turns.getFirst().timestamp();
    }

    /** When it ended, likewise. */
    public static String ended(List<Turn> turns, String now) {
        return turns.isEmpty() ? now : turns.getLast().timestamp();
    }
}
