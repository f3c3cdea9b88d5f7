package dev.danamemory.store.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one conversation ought to be after a sequence of steps, and what each actor ought to have been answered. Mutable;
 * {@link #copy} before trying another sequence.
 */
final class Model {
    /** What callers can see of a conversation. */
    record Visible(List<String> turnIds, @Nullable String title, List<String> summaries) {
        @Override
        public String toString() {
            List<String> last = turnIds.subList(Math.max(0, turnIds.size() - 3), turnIds.size());
            return "%d turns that end with %s, title %s, summaries %s"
                    .formatted(turnIds.size(), last, title, summaries);
        }
    }

    /** What one actor has loaded. */
    private record Loaded(long birth, long epoch, boolean redacted) {}

    /** Stands behind the id of a turn that is redacted. */
    static final String REDACTED = ", redacted";

    // the summaries here are of two turns, one of which can be redacted
    private static final String REMADE = "anew of 1";

    private boolean present;
    private long birth;
    private long epoch;
    private long lastTurn;
    private List<String> turnIds = new ArrayList<>();
    private List<String> summaries = new ArrayList<>();
    private long summarisedThrough;
    private @Nullable String title;
    private @Nullable String derivedTitle;
    private boolean imported;
    private boolean redacted;
    private Map<String, Loaded> loads = new HashMap<>();
    private Map<String, String> answers = new HashMap<>();

    Model copy() {
        Model copy = new Model();
        copy.present = present;
        copy.birth = birth;
        copy.epoch = epoch;
        copy.lastTurn = lastTurn;
        copy.turnIds = new ArrayList<>(turnIds);
        copy.summaries = new ArrayList<>(summaries);
        copy.summarisedThrough = summarisedThrough;
        copy.title = title;
        copy.derivedTitle = derivedTitle;
        copy.imported = imported;
        copy.redacted = redacted;
        copy.loads = new HashMap<>(loads);
        copy.answers = new HashMap<>(answers);
        return copy;
    }

    /** The last answer to an actor; empty if it has none. */
    String answer(String actor) {
        return answers.getOrDefault(actor, "");
    }

    /** An actor begins again: it knows its load and no answer. */
    void forgetAnswer(String actor) {
        answers.remove(actor);
    }

    /** An actor's process is gone: it knows nothing. */
    void forgetAll(String actor) {
        answers.remove(actor);
        loads.remove(actor);
    }

    Optional<Visible> visible() {
        return present
                ? Optional.of(new Visible(visibleTurns(), title != null ? title : derivedTitle, List.copyOf(summaries)))
                : Optional.empty();
    }

    /** Whether generations may differ between the two, being raised once or twice by a redaction under way. */
    boolean mayBeOfOtherGeneration(Model before) {
        return redacted != before.redacted;
    }

    /** Whether generations must differ between the two. */
    boolean otherGeneration(Model before) {
        return birth != before.birth || epoch != before.epoch;
    }

    /** Turns by appends, in order, as a beginning. */
    void begin(List<String> ids, @Nullable String itsTitle, @Nullable String firstInput, long last, boolean byImport) {
        present = true;
        birth++;
        epoch++;
        turnIds = new ArrayList<>(ids);
        lastTurn = last;
        title = itsTitle;
        derivedTitle = firstInput;
        summaries = new ArrayList<>();
        summarisedThrough = 0;
        imported = byImport;
        redacted = false;
    }

    /** A turn more as a beginning. */
    void begun(String turnId) {
        turnIds.add(turnId);
        lastTurn++;
    }

    void load(String actor) {
        if (loads.containsKey(actor)) {
            return;
        }
        if (present) {
            loads.put(actor, new Loaded(birth, epoch, redacted));
        } else {
            answers.put(actor, "none");
        }
    }

    void append(String actor, String turnId, String input) {
        Loaded loaded = loads.get(actor);
        if (loaded == null) {
            return;
        }
        if (!present || loaded.birth != birth) {
            answers.put(actor, "erased");
        } else if (loaded.epoch != epoch) {
            answers.put(actor, "cleared");
        } else {
            if (!turnIds.contains(turnId)) {
                turnIds.add(turnId);
                lastTurn++;
                derivedTitle = derivedTitle == null ? input : derivedTitle;
            }
            answers.put(actor, "appended " + (lastTurn - turnIds.size() + 1 + turnIds.indexOf(turnId)));
        }
    }

    void touch(String actor) {
        Loaded loaded = loads.get(actor);
        if (loaded != null) {
            answers.put(actor, present && loaded.birth == birth ? "current" : "gone");
        }
    }

    void summarise(String actor, String content, long start, long end) {
        Loaded loaded = loads.get(actor);
        if (loaded == null) {
            return;
        }
        if (!present || !loaded.equals(new Loaded(birth, epoch, redacted))) {
            answers.put(actor, "outdated");
        } else if (start != summarisedThrough + 1) {
            answers.put(actor, "range taken");
        } else {
            summaries.add(content);
            summarisedThrough = end;
            answers.put(actor, "stored");
        }
    }

    void create(String actor, String itsTitle) {
        if (present) {
            answers.put(actor, "exists");
        } else {
            begin(List.of(), itsTitle, null, 0, false);
            answers.put(actor, "created");
        }
    }

    void importFile(String actor, List<String> ids, String firstInput) {
        if (present) {
            answers.put(actor, imported ? "same" : "taken");
        } else {
            begin(ids, null, firstInput, ids.size(), true);
            answers.put(actor, "imported");
        }
    }

    void update(String actor, String itsTitle) {
        if (present) {
            title = itsTitle;
        }
        answers.put(actor, present ? "changed" : "none");
    }

    void clear(String actor) {
        if (present) {
            epoch++;
            turnIds.clear();
            summaries.clear();
            summarisedThrough = 0;
            lastTurn = 0;
            derivedTitle = null;
            imported = false;
            redacted = false;
        }
        answers.put(actor, present ? "cleared" : "none");
    }

    void redactSecond(String actor) {
        boolean isThere = present && turnIds.size() >= 2;
        if (isThere && !redacted) {
            redacted = true;
            summaries.replaceAll(content -> REMADE);
        }
        answers.put(actor, isThere ? "redacted" : "none");
    }

    private List<String> visibleTurns() {
        List<String> visible = new ArrayList<>(turnIds);
        if (redacted) {
            visible.set(1, visible.get(1) + REDACTED);
        }
        return visible;
    }

    void erase(String actor) {
        present = false;
        answers.put(actor, "gone");
    }
}
