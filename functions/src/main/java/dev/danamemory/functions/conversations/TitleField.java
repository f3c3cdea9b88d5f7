package dev.danamemory.functions.conversations;

import dev.danamemory.json.Fields;
import org.jspecify.annotations.Nullable;

/** Reads a title that a caller sets. */
final class TitleField {
    private static final int LONGEST = 200;

    private TitleField() {}

    static @Nullable String read(Fields fields) {
        String title = fields.shortText("title", LONGEST);
        if (title != null && title.isBlank()) {
            fields.fault("title", "must not be blank");
        }
        return title;
    }
}
