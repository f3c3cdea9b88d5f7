package dev.danamemory.functions.conversations;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.functions.conversations.Exports.Exported;
import dev.danamemory.functions.http.Failures;
import dev.danamemory.functions.http.Measures;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.store.StoredDataUnreadableException;
import java.util.Optional;

/**
 * Exports conversations of which one may be damaged, or too large to be had here: in its place stands what is wrong with
 * it, and all others are had nevertheless.
 *
 * @param measures is told of damage, which the log and an alarm are to tell of
 */
record EachExport(Exports exports, Measures measures) {
    /** The conversation's file, where it is, or what is wrong; nothing when there is no such conversation. */
    Optional<Exported> of(ConversationKey key) {
        try {
            return exports.of(key);
        } catch (StoredDataUnreadableException damaged) {
            measures.fault(damaged);
            return Optional.of(instead(Failures.problem(damaged)));
        } catch (ProblemException refused) {
            return Optional.of(instead(refused.problem()));
        }
    }

    private static Exported instead(Problem problem) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.set("problem", problem.brief());
        return new Exported(json, false, JsonWriter.bytes(json).length);
    }
}
