package dev.danamemory.dynamodb;

import dev.danamemory.store.rules.Archived;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the conversation item says of turns and summaries.
 *
 * @param log where turns begin
 * @param summaries the last three, in order
 * @param summaryCount all of them
 * @param more where the unknown keys of an imported file are, or null
 * @param imported digest of the file that it was imported from, or null
 * @param redacting numbers of turns whose redaction is not complete
 * @param archived which turns are in the archive
 */
record History(
        Log log,
        List<KeptSummary> summaries,
        long summaryCount,
        @Nullable Body more,
        @Nullable String imported,
        List<Long> redacting,
        Archived archived) {
    /** Nothing yet, or no more. */
    static final History EMPTY = new History(Log.EMPTY, List.of(), 0, null, null, List.of(), Archived.NOTHING);

    History {
        summaries = List.copyOf(summaries);
        redacting = List.copyOf(redacting);
    }

    /**
     * Where turns begin.
     *
     * @param first number of the first turn
     * @param last that of the last one if no turn is stored
     * @param sessions counted if no turn is stored
     * @param blockedThrough the last turn that stands in one item with others; 0 for none
     */
    record Log(long first, long last, long sessions, long blockedThrough) {
        static final Log EMPTY = new Log(1, 0, 0, 0);
    }

    /** With one summary more. */
    History summarised(List<KeptSummary> newest) {
        return new History(log, newest, summaryCount + 1, more, imported, redacting, archived);
    }

    /** With the same summaries in other words. */
    History remade(List<KeptSummary> newest) {
        return new History(log, newest, summaryCount, more, imported, redacting, archived);
    }

    /** With a turn's redaction begun. */
    History redacting(long number) {
        List<Long> numbers = new ArrayList<>(redacting);
        numbers.add(number);
        return new History(log, summaries, summaryCount, more, imported, numbers, archived);
    }

    /** With a turn's redaction complete. */
    History redacted(long number) {
        List<Long> left = redacting.stream().filter(other -> other != number).toList();
        return new History(log, summaries, summaryCount, more, imported, left, archived);
    }

    /** With other turns in the archive. */
    History with(Archived changed) {
        return new History(log, summaries, summaryCount, more, imported, redacting, changed);
    }
}
