package dev.danamemory.context;

import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;

/** Something that budget was spent on. */
sealed interface Taken {
    /** A turn among the recent ones. */
    record Recent(Turn turn, boolean cut) implements Taken {}

    /** An earlier turn. */
    record Relevant(Turn turn) implements Taken {}

    /** A summary; {@code place} is where it stands among them. */
    record Summarised(Summary summary, int place) implements Taken {}
}
