package dev.danamemory.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.PercentCoding;
import dev.danamemory.json.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** All conversations of a user, a Dana memory file a line. What cannot be exported is named, and the rest is written. */
record UserFiles(ApiClient client, Terminal terminal) {
    private static final String LARGEST_PAGE = "limit=100";

    /** Takes a line. */
    @FunctionalInterface
    private interface Lines {
        void add(String line) throws IOException;
    }

    /** Writes them to a file; null is standard output. */
    ExitCode write(@Nullable Path path) throws IOException {
        if (path == null) {
            // in JSON the spelled-out form of a control character is the character
            return copy(terminal::say).exitCode();
        }
        try (Writer file = Files.newBufferedWriter(path)) {
            Copied copied = copy(line -> {
                file.write(line);
                file.write('\n');
            });
            file.flush();
            terminal.note("conversations in " + path + ": " + copied.written());
            return copied.exitCode();
        } catch (IOException e) {
            throw CommandFailure.failed("can't write " + path);
        }
    }

    /** How many were written, and how many could not be exported. */
    private record Copied(long written, long failed) {
        ExitCode exitCode() {
            return failed == 0 ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private Copied copy(Lines lines) throws IOException {
        long written = 0;
        long failed = 0;
        String query = LARGEST_PAGE;
        while (true) {
            JsonNode page = ApiClient.carriedOut(client.get("/me/export", query));
            for (JsonNode file : page.path("conversations")) {
                if (file.has("problem")) {
                    terminal.note("conversation " + file.path("conversation_id").asText() + ": "
                            + file.path("problem").path("detail").asText());
                    failed++;
                } else {
                    lines.add(JsonWriter.text(file));
                    written++;
                }
            }
            JsonNode next = page.path("next_cursor");
            if (!next.isTextual()) {
                return new Copied(written, failed);
            }
            query = LARGEST_PAGE + "&cursor=" + PercentCoding.encode(next.textValue());
        }
    }
}
