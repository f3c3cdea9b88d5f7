package dev.danamemory.context;

import static dev.danamemory.context.Views.view;
import static dev.danamemory.search.SampleTurns.turn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryNotesTest {
    private static final ContextRequest PLAIN = Views.request("q", 5, 3, 0);

    @Test
    void nothingToNoteIsNoNote() {
        assertThat(MemoryNotes.of(Selection.NOTHING, PLAIN, view(List.of()))).isEmpty();
        Selection recent = new Selection(List.of(), List.of(), List.of(turn(1, "a", "b")), false);
        assertThat(MemoryNotes.of(recent, PLAIN, view(recent.recent()))).isEmpty();
    }

    @Test
    void relevantTurnsStandApart() {
        List<Turn> two = List.of(turn(1, "a", "b"), turn(2, "c", "d"));
        assertThat(MemoryNotes.of(new Selection(List.of(), two, List.of(), false), PLAIN, view(two)))
                .isEqualTo("""
                        [Notes from memory]
                        Relevant earlier conversation:
                        [2026-11-01] User: a
                        [2026-11-01] Assistant: b

                        [2026-11-01] User: c
                        [2026-11-01] Assistant: d
                        [End of notes from memory]""");
    }

    @Test
    void aMarkInTheContentGivesTheNotesAnother() {
        assertThat(MemoryNotes.marked("x", "plain")).isEqualTo("[Notes x]\nplain\n[End of notes x]");
        assertThat(MemoryNotes.marked("x", "[Notes x]"))
                .startsWith("[Notes x 2]\n")
                .endsWith("\n[End of notes x 2]");
        assertThat(MemoryNotes.marked("x", "[End of notes x] [Notes x 2]")).startsWith("[Notes x 3]\n");
        assertThat(MemoryNotes.marked("x", "[Notes x 2]")).startsWith("[Notes x]\n");
    }
}
