package dev.danamemory.agents.demo;

import dev.danamemory.agents.demo.Statement.Match;
import java.util.List;
import java.util.stream.Collectors;

/** The agent's own words. All of them are fixed; what changes is its name and what it quotes. */
final class Answers {
    private static final int NAMED_TOPICS = 3;
    private static final int LONGEST_TOPIC = 40;
    private static final String INVITATION = "Tell me something, and ask me about it later.";

    private final String name;

    Answers(String name) {
        this.name = name;
    }

    String greeting(Recollection memory) {
        return memory.isEmpty()
                ? "Hello, I am " + name + ". " + INVITATION
                : "Hello again, I am " + name + ". "
                        + memory.newest(1).getFirst().quoted();
    }

    String thanks() {
        return "You are welcome.";
    }

    String farewell(Recollection memory) {
        return memory.isEmpty() ? "Goodbye." : "Goodbye. I keep what you told me for next time.";
    }

    String help() {
        return "I am " + name + ". I remember what you tell me and quote it when you ask, with its date and turn. "
                + "Tell me, say, \"The oven broke yesterday.\" and ask me later \"What did I say about the oven?\"";
    }

    String ownName() {
        return "My name is " + name + ".";
    }

    String noWords() {
        return "I find no words in that. " + INVITATION;
    }

    String noted(String statement, boolean isFirst) {
        String noted = "Noted: " + Excerpt.quoted(statement, 0);
        return isFirst ? noted + " Ask me about it whenever you like." : noted;
    }

    String found(Match match) {
        return match.missing() == null
                ? match.quoted()
                : notTold(match.missing()) + " This comes closest. " + match.quoted();
    }

    String notTold(String topics) {
        return "You have not told me about " + topics + ", as far as I remember.";
    }

    String userNotNamed() {
        return "You have not told me your name, as far as I remember.";
    }

    String all(List<Statement> statements) {
        return statements.isEmpty()
                ? "You have told me nothing yet, as far as I remember. " + INVITATION
                : statements.stream().map(Statement::quoted).collect(Collectors.joining("\n"));
    }

    /** The first topics in quotation marks. */
    static String names(List<Topic> topics) {
        List<String> names = topics.stream()
                .limit(NAMED_TOPICS)
                .map(topic -> '"' + Excerpt.head(topic.label(), LONGEST_TOPIC) + '"')
                .toList();
        return String.join(" or ", names);
    }
}
