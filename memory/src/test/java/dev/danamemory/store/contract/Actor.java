package dev.danamemory.store.contract;

import dev.danamemory.dana.DanaFile;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.NewTurn;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.store.Append;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationChange;
import dev.danamemory.store.ConversationStore;
import dev.danamemory.store.Creation;
import dev.danamemory.store.Erasure;
import dev.danamemory.store.Import;
import dev.danamemory.store.SummaryCommit;
import dev.danamemory.store.Touch;
import dev.danamemory.store.TurnRef;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who runs one protocol on one conversation: on a store, and step by step on the model. Run again after an
 * error, it goes on as a caller would: with the same turn, from the same load.
 */
final class Actor {
    private static final DanaFile FILE = Samples.file(1, 45);
    private static final int WINDOW = 20;
    private static final TurnRef SECOND = new TurnRef.ByNumber(2);

    private final String name;
    private final Protocol protocol;
    private final NewTurn turn;
    private final Summary summary;
    private @Nullable Conversation loaded;

    Actor(String name, Protocol protocol) {
        this.name = name;
        this.protocol = protocol;
        this.turn = Samples.turn("by " + name);
        this.summary = Samples.summary("summary of " + name, 1, 2);
    }

    String name() {
        return name;
    }

    Protocol protocol() {
        return protocol;
    }

    /** The process is gone: what was loaded is forgotten. */
    void forget() {
        loaded = null;
    }

    /** Runs the protocol and says what was answered. */
    String run(ConversationStore store, ConversationKey key) {
        return switch (protocol) {
            case CREATE -> answer(store.create(key, Samples.titled("Title of " + name)));
            case IMPORT -> answer(store.importFile(key, Samples.request(FILE)));
            case UPDATE -> store.update(key, retitled()).isPresent() ? "changed" : "none";
            case CLEAR -> store.clear(key).isPresent() ? "cleared" : "none";
            case ERASE -> answer(store.erase(key));
            case REDACT -> store.redact(key, SECOND, Samples.counting()).isPresent() ? "redacted" : "none";
            case APPEND -> load(store, key) ? answer(store.append(here(), turn, Bench.SETTINGS)) : "none";
            case TOUCH -> load(store, key) ? answer(store.touch(here())) : "none";
            case SUMMARISE -> load(store, key) ? answer(store.summarise(here(), summary)) : "none";
        };
    }

    /** What the n-th step of the protocol does to the model. */
    Consumer<Model> step(int n) {
        if (protocol.loads() && n == 0) {
            return model -> model.load(name);
        }
        return switch (protocol) {
            case CREATE -> model -> model.create(name, "Title of " + name);
            case IMPORT ->
                model -> model.importFile(
                        name,
                        FILE.turns().stream().map(Turn::turnId).toList(),
                        FILE.turns().getFirst().userInput());
            case UPDATE -> model -> model.update(name, "Changed by " + name);
            case CLEAR -> model -> model.clear(name);
            case ERASE -> model -> model.erase(name);
            case REDACT -> model -> model.redactSecond(name);
            case APPEND -> model -> model.append(name, turn.turnId(), turn.userInput());
            case TOUCH -> model -> model.touch(name);
            case SUMMARISE -> model -> model.summarise(name, summary.content(), 1, 2);
        };
    }

    private boolean load(ConversationStore store, ConversationKey key) {
        if (loaded == null) {
            Optional<Conversation> found = store.load(key, WINDOW);
            loaded = found.orElse(null);
        }
        return loaded != null;
    }

    private Conversation here() {
        if (loaded == null) {
            throw new IllegalStateException("nothing is loaded");
        }
        return loaded;
    }

    private ConversationChange retitled() {
        return new ConversationChange(new ConversationChange.Title.Set("Changed by " + name), null, null);
    }

    private static String answer(Creation creation) {
        return switch (creation) {
            case Creation.Created _ -> "created";
            case Creation.Exists _ -> "exists";
        };
    }

    private static String answer(Import answer) {
        return switch (answer) {
            case Import.Imported _ -> "imported";
            case Import.Same _ -> "same";
            case Import.Taken _ -> "taken";
        };
    }

    // two erases that meet may both say that it was their work
    private static String answer(Erasure erasure) {
        return switch (erasure) {
            case Erasure.Done _, Erasure.Absent _ -> "gone";
            case Erasure.Unfinished _ -> "unfinished";
        };
    }

    private static String answer(Append append) {
        return switch (append) {
            case Append.Appended appended -> "appended " + appended.turn().turnNumber();
            case Append.Cleared _ -> "cleared";
            case Append.Erased _ -> "erased";
        };
    }

    private static String answer(Touch touch) {
        return switch (touch) {
            case Touch.Current _ -> "current";
            case Touch.Gone _ -> "gone";
        };
    }

    private static String answer(SummaryCommit commit) {
        return switch (commit) {
            case SummaryCommit.Stored _ -> "stored";
            case SummaryCommit.RangeTaken _ -> "range taken";
            case SummaryCommit.Outdated _ -> "outdated";
        };
    }
}
