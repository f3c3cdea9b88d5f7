package dev.danamemory.summary;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import dev.danamemory.model.Turn;
import dev.danamemory.search.SampleTurns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Dialogues to summarise: one of ours, and those of the LoCoMo data set, whose licence keeps them out of the project. */
final class Dialogues {
    private static final Path OURS = Path.of("src/test/resources/dialogues/kitchen.txt");
    private static final int RUN = 20;

    private Dialogues() {}

    static List<Turn> kitchen() {
        return turns(new String(bytes(OURS), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList());
    }

    /** All runs of 20 turns in the dialogues of the folder that {@code LOCOMO_DIR} names. */
    static List<List<Turn>> locomo() {
        String folder = System.getenv("LOCOMO_DIR");
        assumeTrue(folder != null, "LOCOMO_DIR names no folder with dialogues of LoCoMo");
        List<List<Turn>> runs = new ArrayList<>();
        for (String name : List.of("26", "30", "41", "42", "43")) {
            List<Turn> turns = turns(said(JsonReader.strict().read(bytes(Path.of(folder, name + ".json")))));
            for (int start = 0; start + RUN <= turns.size(); start += RUN) {
                runs.add(turns.subList(start, start + RUN));
            }
        }
        return runs;
    }

    private static List<String> said(JsonNode dialogue) {
        List<String> said = new ArrayList<>();
        for (int session = 1; dialogue.has("session_" + session); session++) {
            dialogue.path("session_" + session)
                    .forEach(one -> said.add(one.path("text").asText()));
        }
        return said;
    }

    private static List<Turn> turns(List<String> said) {
        List<Turn> turns = new ArrayList<>();
        for (int i = 0; i + 1 < said.size(); i += 2) {
            turns.add(SampleTurns.turn(turns.size() + 1L, said.get(i), said.get(i + 1)));
        }
        return turns;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
