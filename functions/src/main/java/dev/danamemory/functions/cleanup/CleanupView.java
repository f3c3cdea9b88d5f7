package dev.danamemory.functions.cleanup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.cleanup.CleanupReport;
import dev.danamemory.cleanup.CleanupReport.Action;
import dev.danamemory.cleanup.CleanupReport.Failed;
import dev.danamemory.cleanup.CleanupReport.Intent;
import dev.danamemory.json.WrittenNumber;
import java.util.Locale;

/** A report as JSON. */
final class CleanupView {
    private CleanupView() {}

    static ObjectNode of(CleanupReport report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("dry_run", report.isDryRun());
        addCounts(json, report);
        ArrayNode failed = json.putArray("failed");
        report.failed().forEach(one -> failed.add(of(one)));
        json.put("done", report.isDone());
        ArrayNode would = json.putArray("would");
        report.would().forEach(one -> would.add(of(one)));
        ArrayNode notes = json.putArray("notes");
        report.notes().forEach(notes::add);
        return json;
    }

    /** Numbers alone. */
    static void addCounts(ObjectNode json, CleanupReport report) {
        json.set("examined", WrittenNumber.of(report.examined()));
        json.set("archived", WrittenNumber.of(report.archived()));
        json.set("deleted", WrittenNumber.of(report.deleted()));
        json.set("skipped", WrittenNumber.of(report.skipped()));
        json.set("archived_turns", WrittenNumber.of(report.archivedTurns()));
        json.set("deleted_turns", WrittenNumber.of(report.deletedTurns()));
        json.set("swept", WrittenNumber.of(report.swept()));
        json.set("failures", WrittenNumber.of(report.failures()));
        json.set("reads", WrittenNumber.of(report.use().reads()));
        json.set("writes", WrittenNumber.of(report.use().writes()));
    }

    private static ObjectNode of(Failed failed) {
        return one(failed.user(), failed.conversationId(), failed.action()).put("problem", failed.problem());
    }

    private static ObjectNode of(Intent intent) {
        return one(intent.user(), intent.conversationId(), intent.action()).put("reason", intent.reason());
    }

    private static ObjectNode one(String user, String conversationId, Action action) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("user", user)
                .put("conversation_id", conversationId)
                .put("action", action.name().toLowerCase(Locale.ROOT));
    }
}
