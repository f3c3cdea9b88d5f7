package dev.danamemory.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;

/** Reads messages and the commands between them, line by line, until {@code /quit} or the end of input. */
final class Dialogue {
    private static final String HELP = """
            /new           begin a new conversation
            /history       the newest turns of this one
            /context TEXT  what the agent would be given with that message
            /search WORDS  look through the whole history
            /quit          end (so does the end of input)
            Everything else is said to the agent.""";

    private final ChatSession session;
    private final Terminal terminal;
    private boolean allWentWell = true;
    private boolean isOver;

    Dialogue(ChatSession session, Terminal terminal) {
        this.session = session;
        this.terminal = terminal;
    }

    /** Done if everything was that was asked for. */
    ExitCode run() throws IOException {
        if (terminal.isInteractive()) {
            String where = session.conversationId()
                    .map(id -> "Going on with conversation " + id)
                    .orElse("A new conversation");
            terminal.note(where + ". /help shows what can be typed, /quit ends.");
        }
        for (String line = terminal.ask("> "); line != null; line = terminal.ask("> ")) {
            take(line.strip());
            if (isOver) {
                return outcome();
            }
        }
        if (terminal.isInteractive()) {
            terminal.say("");
        }
        return outcome();
    }

    private ExitCode outcome() {
        return allWentWell ? ExitCode.DONE : ExitCode.FAILED;
    }

    private void take(String line) throws IOException {
        if (line.isEmpty()) {
            return;
        }
        try {
            if (line.startsWith("/")) {
                int end = (line + " ").indexOf(' ');
                carryOut(line.substring(0, end), line.substring(end).strip());
            } else {
                allWentWell &= session.send(line) == ExitCode.DONE;
            }
        } catch (CommandFailure failure) {
            fail(String.valueOf(failure.getMessage()));
        }
    }

    private void carryOut(String command, String words) throws IOException {
        switch (command) {
            case "/new" -> {
                session.beginAnew();
                terminal.note("The next message begins a new conversation.");
            }
            case "/history" -> history();
            case "/context" -> context(words);
            case "/search" -> search(words);
            case "/help" -> terminal.note(HELP);
            case "/quit" -> isOver = true;
            default -> fail("There is no " + command + "; /help shows what there is.");
        }
    }

    // a person has read it and typed on; a script learns of it by the exit code
    private void fail(String message) {
        allWentWell &= terminal.isInteractive();
        terminal.note(message);
    }

    private String conversation(String rest) {
        return session.conversationId()
                .map(id -> ApiClient.conversation(id, rest))
                .orElseThrow(() -> CommandFailure.failed("There is no conversation yet: say something first."));
    }

    private void history() throws IOException {
        JsonNode page = ApiClient.carriedOut(session.client().get(conversation("/turns"), "before=latest&limit=20"));
        page.path("turns").forEach(turn -> terminal.say(TurnText.of(turn)));
    }

    private void context(String query) throws IOException {
        JsonNode context = ApiClient.carriedOut(session.client()
                .post(
                        conversation("/context"),
                        JsonNodeFactory.instance.objectNode().put("query", query)));
        terminal.say(context.path("text").asText());
    }

    private void search(String words) throws IOException {
        if (words.isEmpty()) {
            throw CommandFailure.failed("/search needs words to look for.");
        }
        JsonNode found = ApiClient.carriedOut(session.client()
                .post(
                        conversation("/search"),
                        JsonNodeFactory.instance.objectNode().put("q", words)));
        if (found.path("results").isEmpty()) {
            terminal.note("Nothing found.");
        }
        for (JsonNode result : found.path("results")) {
            terminal.say("#" + result.at("/turn/turn_number").asText() + " "
                    + VisibleText.line(result.path("snippet").asText()));
        }
    }
}
