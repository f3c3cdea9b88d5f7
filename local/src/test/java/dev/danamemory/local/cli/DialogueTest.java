package dev.danamemory.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DialogueTest extends CommandTest {
    @Test
    void linesAreMessagesWithoutAPromptWhenNobodyTypes() {
        functions.chat("c1", "A").chat("c1", "B");
        input = "one\n\n  two  ";

        assertThat(run("chat")).isZero();
        assertThat(out).isEqualTo("A\nB\n");
        assertThat(err).isEmpty();
        assertThat(functions.asked()).hasSize(2);
        assertThat(functions.last().body().path("message").asText()).isEqualTo("two");
        assertThat(functions.last().body().path("conversation_id").asText()).isEqualTo("c1");
    }

    @Test
    void aPersonIsPromptedAndToldHowToGoOn() {
        functions.chat("c1", "A");
        input = "one\n";
        isInteractive = true;

        assertThat(run("chat")).isZero();
        assertThat(out).isEqualTo("> A\n> \n");
        assertThat(err).isEqualTo("A new conversation. /help shows what can be typed, /quit ends.\n");
    }

    @Test
    void aPersonIsToldWhichConversationGoesOn() {
        isInteractive = true;

        run("chat", "--conversation", "c7");
        assertThat(err).startsWith("Going on with conversation c7.");
    }

    @Test
    void quitEnds() {
        input = "/quit\none\n";

        assertThat(run("chat")).isZero();
        assertThat(functions.asked()).isEmpty();
    }

    @Test
    void newBeginsAConversation() {
        functions.chat("c1", "A").chat("c2", "B");
        input = "one\n/new\ntwo\n";

        assertThat(run("chat")).isZero();
        assertThat(functions.last().body().has("conversation_id")).isFalse();
    }

    @Test
    void historyShowsTheNewestTurns() {
        functions.answer(200, """
                {"turns": [
                  {"turn_number": 1, "timestamp": "t1", "status": "complete", "user_input": "hi\\nyou", "agent_response": "A\\u001b"},
                  {"turn_number": 2, "timestamp": "t2", "status": "failed", "user_input": "lost", "agent_response": ""},
                  {"turn_number": 3, "timestamp": "t3", "status": "redacted", "user_input": "", "agent_response": ""},
                  {"turn_number": 4, "timestamp": "t4", "status": "complete", "user_input": "", "agent_response": "B"}]}
                """);
        input = "/history\n";

        assertThat(run("chat", "--conversation", "c1")).isZero();
        assertThat(functions.last().what()).isEqualTo("GET /conversations/c1/turns?before=latest&limit=20");
        assertThat(out).isEqualTo("""
                        #1 t1
                          you: hi
                            you
                          agent: A\\u001b
                        #2 t2
                          you: lost
                          (no answer)
                        #3 t3
                          (taken back)
                        #4 t4
                          agent: B
                        """);
    }

    @Test
    void contextShowsWhatTheAgentWouldBeGiven() {
        functions.answer(200, "{\"text\": \"Recent conversation:\\nUser: x\"}");
        input = "/context   what about x \n";

        assertThat(run("chat", "--conversation", "c1")).isZero();
        assertThat(functions.last().what()).isEqualTo("POST /conversations/c1/context");
        assertThat(functions.last().body().path("query").asText()).isEqualTo("what about x");
        assertThat(out).isEqualTo("Recent conversation:\nUser: x\n");
    }

    @Test
    void searchShowsWhereTheWordsStand() {
        functions
                .answer(200, "{\"results\": [{\"turn\": {\"turn_number\": 7}, \"snippet\": \"the\\noven\"}]}")
                .answer(200, "{\"results\": []}");
        input = "/search oven\n/search nothing\n";

        assertThat(run("chat", "--conversation", "c1")).isZero();
        assertThat(functions.asked().getFirst().what()).isEqualTo("POST /conversations/c1/search");
        assertThat(functions.asked().getFirst().body().path("q").asText()).isEqualTo("oven");
        assertThat(out).isEqualTo("#7 the oven\n");
        assertThat(err).isEqualTo("Nothing found.\n");
    }

    @Test
    void helpNamesEveryCommand() {
        input = "/help\n";

        assertThat(run("chat")).isZero();
        assertThat(err).contains("/new", "/history", "/context", "/search", "/quit");
    }

    @Test
    void faultsAreToldAndTheTalkGoesOn() {
        functions.problem(503, "the store is not to be reached").chat("c1", "B");
        input = "/nonsense\n/history\n/search\none\ntwo\n";

        assertThat(run("chat")).isEqualTo(1);
        assertThat(err)
                .contains("There is no /nonsense; /help shows what there is.")
                .contains("There is no conversation yet: say something first.")
                .contains("/search needs words to look for.")
                .contains("the store is not to be reached");
        assertThat(out).isEqualTo("B\n");
    }

    @Test
    void aPersonsSlipsOfTheFingerAreForgiven() {
        functions.chat("c1", "B");
        input = "/nonsense\n/search\none\n";
        isInteractive = true;

        assertThat(run("chat")).isZero();
        assertThat(err).contains("There is no /nonsense");
    }

    @Test
    void aPersonsMessageThatFailedIsNot() {
        functions.problem(503, "the store is not to be reached");
        input = "one\n";
        isInteractive = true;

        assertThat(run("chat")).isEqualTo(1);
    }
}
