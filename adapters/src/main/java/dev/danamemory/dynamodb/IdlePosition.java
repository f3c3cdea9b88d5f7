package dev.danamemory.dynamodb;

import java.util.Optional;

/** Where a page of what is idle ended, as a text: partition, activity, id, and the user's directory. */
final class IdlePosition {
    private static final int PARTS = 4;
    private static final String SEPARATOR = " ";

    private IdlePosition() {}

    // only a user's name may have blanks, and it comes last
    static String of(IdleRow row) {
        return String.join(
                SEPARATOR,
                row.partition(),
                Long.toString(row.activeAt()),
                row.entry().sort(),
                row.entry().partition());
    }

    /** What it says; nothing when it is no such text: then a run begins at the beginning. */
    static Optional<IdleRow> read(String position) {
        String[] parts = position.split(SEPARATOR, PARTS);
        if (parts.length < PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new IdleRow(parts[0], Long.parseLong(parts[1]), new ItemKey(parts[3], parts[2])));
        } catch (NumberFormatException notOurs) {
            return Optional.empty();
        }
    }
}
