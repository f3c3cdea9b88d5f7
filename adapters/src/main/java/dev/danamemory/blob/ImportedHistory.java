package dev.danamemory.blob;

import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a file leaves out and its turns tell. */
final class ImportedHistory {
    private ImportedHistory() {}

    /** The derived title. */
    static @Nullable String title(List<Turn> turns) {
        return turns.stream()
                .filter(turn -> turn.status() != TurnStatus.REDACTED)
                .map(turn -> Titles.derive(turn.userInput()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    static String began(List<Turn> turns, String now) {
        return turns.isEmpty() ? now : turns.getFirst().timestamp();
    }

    static String ended(List<Turn> turns, String now) {
        return turns.isEmpty() ? now : turns.getLast().timestamp();
    }
}
