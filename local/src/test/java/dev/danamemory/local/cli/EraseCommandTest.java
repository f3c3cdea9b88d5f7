package dev.danamemory.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.model.UserId;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EraseCommandTest extends CommandTest {
    private static final String ALL_DONE =
            "{\"done\": true, \"erased\": {\"conversations\": 2, \"turns\": 7, \"archives\": 0}}";

    private List<String> asked() {
        return functions.asked().stream().map(ScriptedFunctions.Asked::what).toList();
    }

    private LastConversation last(String user) {
        return new LastConversation(new StoreChoice(data), new UserId(user));
    }

    @Test
    void aConversationIsErased() {
        functions.answer(204, "");

        assertThat(run("erase", "--conversation", "c1", "--yes")).isZero();
        assertThat(functions.last().what()).isEqualTo("DELETE /conversations/c1");
        assertThat(functions.last().user()).isEqualTo("local");
        assertThat(out).isEqualTo("conversation c1 is erased\n");
        assertThat(err).isEmpty();
    }

    @Test
    void everythingOfAUserIsErased() {
        functions.answer(200, ALL_DONE);

        assertThat(run("erase", "--user", "Ana", "--yes")).isZero();
        assertThat(functions.last().what()).isEqualTo("DELETE /me?confirm=true");
        assertThat(functions.last().user()).isEqualTo("Ana");
        assertThat(out).isEqualTo("erased: conversations 2, turns 7, archives 0\n");
    }

    @Test
    void whatTakesLongIsGoneOnWithAndCountedTogether() {
        functions
                .answer(202, "{\"done\": false, \"unmarked\": 3, \"erased\": {\"conversations\": 1, \"turns\": 5}}")
                .answer(202, "{\"done\": false, \"unmarked\": 0, \"erased\": {\"turns\": 30, \"archives\": 1}}")
                .answer(200, ALL_DONE);

        assertThat(run("erase", "--user=Ana", "--yes")).isZero();
        assertThat(asked()).hasSize(3).containsOnly("DELETE /me?confirm=true");
        assertThat(out).isEqualTo("erased: conversations 3, turns 42, archives 1\n");
        assertThat(err).isEqualTo("Erasing goes on...\n".repeat(2));
    }

    @Test
    void theLastCallOfALongEraseMayFindNothing() {
        functions.answer(202, "{\"done\": false}").problem(404, "no such conversation");
        assertThat(run("erase", "--conversation", "c1", "--yes")).isZero();

        functions.answer(202, "{\"done\": false}").answer(204, "");
        assertThat(run("erase", "--conversation", "c1", "--yes")).isZero();
    }

    @Test
    void aFailureOnTheWayIsAFailure() {
        functions.answer(202, "{\"done\": false}").problem(503, "the store is not available");
        assertThat(run("erase", "--conversation", "c1", "--yes")).isEqualTo(1);
        assertThat(err).endsWith("the store is not available\n");
        assertThat(out).isEmpty();

        functions.answer(202, "{\"done\": false, \"erased\": {}}").problem(503, "the store is not available");
        assertThat(run("erase", "--user", "Ana", "--yes")).isEqualTo(1);
        assertThat(out).isEmpty();
    }

    @Test
    void nothingThereIsToldApart() {
        functions.problem(404, "there is no such conversation; GET /conversations lists those there are");

        assertThat(run("erase", "--conversation", "c1", "--yes")).isEqualTo(3);
        assertThat(err).isEqualTo("there is no such conversation\n");
    }

    @Test
    void aScriptHasToBeSure() {
        assertThat(run("erase", "--user", "Ana")).isEqualTo(2);
        assertThat(err).isEqualTo("erase can't be undone: add --yes.\n");
        assertThat(functions.asked()).isEmpty();
        assertThat(opened).isEmpty();
    }

    @Test
    void everythingOfNobodyInParticularIsNotErased() {
        assertThat(run("erase", "--yes")).isEqualTo(2);
        assertThat(err).contains("--conversation ID").contains("--user NAME");
        assertThat(run("erase", "--conversation", "../x", "--yes")).isEqualTo(2);
        assertThat(run("erase", "--user", "", "--yes")).isEqualTo(2);
        assertThat(functions.asked()).isEmpty();
    }

    @Test
    void aPersonIsAsked() {
        isInteractive = true;
        input = "yes\n";
        functions.answer(200, ALL_DONE).answer(204, "");

        assertThat(run("erase", "--user", "Ana\u001b")).isZero();
        assertThat(out).startsWith("Erase everything of user Ana\\u001b, for good? Type yes: erased: ");
        assertThat(run("erase", "--conversation", "c1")).isZero();
        assertThat(out).startsWith("Erase conversation c1 of user local, for good? Type yes: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no\n", "y\n", "\n", "yes please\n"})
    void whoDoesNotSayYesKeepsIt(String said) {
        isInteractive = true;
        input = said;

        assertThat(run("erase", "--user", "Ana")).isEqualTo(1);
        assertThat(err).isEqualTo("Nothing was erased.\n");
        assertThat(functions.asked()).isEmpty();
    }

    @Test
    void theCommandLineForgetsTheLastConversationToo() throws IOException {
        last("local").remember("c1");
        last("Ana").remember("c2");
        functions.answer(204, "").answer(204, "").answer(200, ALL_DONE);

        run("erase", "--conversation", "c0", "--yes");
        assertThat(last("local").id()).hasValue("c1");
        run("erase", "--conversation", "c1", "--yes");
        assertThat(last("local").id()).isEqualTo(Optional.empty());
        run("erase", "--user", "Ana", "--yes");
        assertThat(last("Ana").id()).isEqualTo(Optional.empty());
    }
}
