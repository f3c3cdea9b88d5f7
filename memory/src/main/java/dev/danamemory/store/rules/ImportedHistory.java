package dev.danamemory.store.rules;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.InstantText;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.store.ImportRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a file says of its history, or leaves out and its turns tell.
 *
 * @param now when it is imported
 */
public record ImportedHistory(ImportRequest request, Instant now) {
    /** The title that the first message which can be read gives, or null. */
    public static @Nullable String title(List<Turn> turns) {
        return turns.stream()
                .filter(turn -> turn.status() != TurnStatus.REDACTED)
                .map(turn -> Titles.derive(turn.userInput()))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The title that its turns give, or null. */
    public @Nullable String derivedTitle() {
        return title(turns());
    }

    /** When it began: as the file or its first turn has it, or now. */
    public String createdAt() {
        String created = file().createdAt();
        if (created != null) {
            return created;
        }
        return turns().isEmpty() ? InstantText.of(now) : turns().getFirst().timestamp();
    }

    /** When it was last changed: as the file or its last turn has it, or now. */
    public String updatedAt() {
        String updated = file().updatedAt();
        if (updated != null) {
            return updated;
        }
        return turns().isEmpty() ? InstantText.of(now) : turns().getLast().timestamp();
    }

    /** Number of its first turn; one more than {@link DanaFile#totalTurns} without turns. */
    public long firstTurn() {
        return file().totalTurns() - turns().size() + 1;
    }

    /** As the file counted, or counted now. */
    public long sessionCount() {
        Long counted = file().sessionCount();
        return counted != null ? counted : Sessions.count(turns(), request.settings());
    }

    private DanaFile file() {
        return request.file();
    }

    private List<Turn> turns() {
        return file().turns();
    }
}
