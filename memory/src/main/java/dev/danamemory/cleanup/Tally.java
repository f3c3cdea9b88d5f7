package dev.danamemory.cleanup;

import dev.danamemory.cleanup.CleanupReport.Action;
import dev.danamemory.cleanup.CleanupReport.Failed;
import dev.danamemory.cleanup.CleanupReport.Intent;
import dev.danamemory.store.StoreUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts along while a run goes on. Safe for use by several threads. */
final class Tally {
    private static final int MOST_AGENTS = 100;

    private final boolean isDryRun;
    private final List<Failed> failed = new ArrayList<>();
    private final List<Intent> would = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Long> withoutAgent = new TreeMap<>();
    private boolean isDone = true;
    private long examined;
    private long archived;
    private long archivedTurns;
    private long deleted;
    private long deletedTurns;
    private long skipped;
    private long failures;
    private long swept;

    Tally(boolean isDryRun) {
        this.isDryRun = isDryRun;
    }

    synchronized void examined(long more) {
        examined += more;
    }

    synchronized void done(Action action, long turns) {
        switch (action) {
            case ARCHIVE -> {
                archived++;
                archivedTurns += turns;
            }
            case DELETE -> {
                deleted++;
                deletedTurns += turns;
            }
        }
    }

    synchronized void wouldDo(Intent intent) {
        done(intent.action(), 0);
        if (would.size() < CleanupReport.MOST_NAMED) {
            would.add(intent);
        }
    }

    synchronized void skipped() {
        skipped++;
    }

    synchronized void withoutAgent(String agentId) {
        skipped++;
        withoutAgent.merge(agentId, 1L, Long::sum);
    }

    synchronized void failed(Failed one) {
        failures++;
        if (failed.size() < CleanupReport.MOST_NAMED) {
            failed.add(one);
        }
    }

    synchronized void swept(long more) {
        swept += more;
    }

    synchronized void note(String sentence) {
        notes.add(sentence);
    }

    /** The run did not come to its end. */
    synchronized void isToGoOn() {
        isDone = false;
    }

    /** Whether anything changed in the store. */
    synchronized boolean hasDoneAnything() {
        return archived + deleted + swept > 0;
    }

    synchronized CleanupReport report(StoreUse use) {
        List<String> sentences = new ArrayList<>(notes);
        withoutAgent.entrySet().stream()
                .limit(MOST_AGENTS)
                .map(agent -> "skipped, for their agent is not defined any more: " + agent.getValue() + " of agent "
                        + agent.getKey())
                .forEach(sentences::add);
        return new CleanupReport(
                isDryRun,
                examined,
                archived,
                archivedTurns,
                deleted,
                deletedTurns,
                skipped,
                failed,
                failures,
                swept,
                would,
                sentences,
                isDone,
                use);
    }
}
