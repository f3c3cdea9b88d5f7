package dev.danamemory.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.http.PercentCoding;
import dev.danamemory.json.JsonWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** All conversations of a user, a Dana memory file a line. */
record UserFiles(ApiClient client, Terminal terminal) {
    private static final String LARGEST_PAGE = "limit=100";

    /** Takes a line. */
    @FunctionalInterface
    private interface Lines {
        void add(String line) throws IOException;
    }

    /** Writes them to a file; null is standard output. */
    void write(@Nullable Path path) throws IOException {
        if (path == null) {
            // in JSON the spelled-out form of a control character is the character
            copy(terminal::say);
            return;
        }
        try (Writer file = Files.newBufferedWriter(path)) {
            long count = copy(line -> {
                file.write(line);
                file.write('\n');
            });
            file.flush();
            terminal.note("conversations in " + path + ": " + count);
        } catch (IOException e) {
            throw CommandFailure.failed("can't write " + path);
        }
    }

    private long copy(Lines lines) throws IOException {
        long count = 0;
        String query = LARGEST_PAGE;
        while (true) {
            JsonNode page = ApiClient.carriedOut(client.get("/me/export", query));
            for (JsonNode file : page.path("conversations")) {
                lines.add(JsonWriter.text(file));
                count++;
            }
            JsonNode next = page.path("next_cursor");
            if (!next.isTextual()) {
                return count;
            }
            query = LARGEST_PAGE + "&cursor=" + PercentCoding.encode(next.textValue());
        }
    }
}
