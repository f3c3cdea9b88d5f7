package dev.danamemory.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.functions.cleanup.CleanupHandler;
import dev.danamemory.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The API and the cleanup function over one folder, while days go by. */
abstract class OverTime {
    static final int TURNS = 65;

    @TempDir
    Path folder;

    final MovingClock clock = new MovingClock();
    final TestAgents agents = new TestAgents().keeping("brief", 1.0, 30.0).keeping("lasting", null, null);
    TestApi api;

    @BeforeEach
    void open() {
        api = api(folder);
    }

    TestApi api(Path data) {
        return TestApi.in(data, agents, store -> store, clock, new LargeExports.Whole());
    }

    /** The report of a run. */
    JsonNode cleanup(boolean isDryRun) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new CleanupHandler(api.ports())
                .handleRequest(
                        new ByteArrayInputStream(("{\"dry_run\": " + isDryRun + "}").getBytes(UTF_8)),
                        out,
                        new LambdaCall(60_000));
        return JsonReader.strict().read(out.toByteArray());
    }

    /** A Dana memory file. */
    static String file(int turns) {
        return IntStream.rangeClosed(1, turns)
                .mapToObj(n -> ("{\"turn_id\": \"t-%d\", \"user_input\": \"question number %d\", \"agent_response\":"
                                + " \"answer %d\", \"timestamp\": \"2026-01-01T00:00:00Z\", \"metadata\": {\"n\": 1.50}}")
                        .formatted(n, n, n))
                .collect(Collectors.joining(",", "{\"history\": [", "], \"more\": [1.0]}"));
    }

    void importAs(TestApi to, String id, String agent, String file) {
        to.put("/conversations/" + id + "?agent_id=" + agent).json(file).reply().hasStatus(201);
    }

    /** All that can be read of a conversation, by what was asked. */
    Map<String, JsonNode> readings(String id) {
        String at = "/conversations/" + id;
        return List.of(
                        at + "/turns?limit=200",
                        at + "/turns?before=46&limit=20",
                        at + "/turns/3",
                        at + "/turns/t-44",
                        at + "/search?q=number+3&limit=50",
                        at + "/context?query=question+number+7&token_budget=0",
                        at + "/export")
                .stream()
                .collect(Collectors.toMap(
                        target -> target,
                        target -> api.get(target).reply().hasStatus(200).body()));
    }

    /** The files of a kind in the data folder. */
    Set<String> files(String kind) {
        return FolderBytes.of(folder).keySet().stream()
                .filter(name -> name.startsWith(kind + "/"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
