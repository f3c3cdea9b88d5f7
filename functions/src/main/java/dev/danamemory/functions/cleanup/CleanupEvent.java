package dev.danamemory.functions.cleanup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;

/**
 * What a run was asked for: by EventBridge's schedule, or by somebody with {@code {"dry_run": true}} or {@code false}.
 * Nothing else begins a run, for a run deletes: neither an event that went astray, nor a slip of the pen.
 */
public record CleanupEvent(boolean isDryRun) {
    private static final String DRY_RUN = "dry_run";

    /**
     * Reads an event.
     *
     * @throws IllegalArgumentException when it asks for no run
     */
    static CleanupEvent read(byte[] json) {
        JsonNode event = JsonReader.strict().read(json);
        if (!isOne(event)) {
            throw new IllegalArgumentException(
                    "a run begins with a scheduled event of EventBridge, or with {\"dry_run\": true} or false");
        }
        return new CleanupEvent(event.path(DRY_RUN).booleanValue());
    }

    /** Whether an event asks for a run. */
    public static boolean isOne(JsonNode event) {
        JsonNode dryRun = event.path(DRY_RUN);
        return dryRun.isBoolean()
                || (dryRun.isMissingNode() && event.path("detail-type").asText().equals("Scheduled Event"));
    }
}
