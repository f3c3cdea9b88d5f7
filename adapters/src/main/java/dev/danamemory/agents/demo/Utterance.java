package dev.danamemory.agents.demo;

import java.util.ArrayList;
import java.util.List;

/**
 * A user's text, told apart into what it states and what it asks.
 *
 * @param statements neighbouring sentences that ask nothing are one statement, verbatim
 * @param question all sentences that ask, empty when there is none
 */
record Utterance(List<String> statements, String question) {
    static Utterance of(String text, Lexicon lexicon) {
        List<String> statements = new ArrayList<>();
        StringBuilder question = new StringBuilder();
        int stated = 0;
        for (Sentence sentence : Sentence.of(text)) {
            String words = text.substring(sentence.start(), sentence.end());
            if (sentence.asking() || lexicon.asks(Words.of(words), sentence.closed())) {
                add(text.substring(stated, sentence.start()), statements);
                question.append(words).append('\n');
                stated = sentence.end();
            }
        }
        add(text.substring(stated), statements);
        return new Utterance(List.copyOf(statements), question.toString().strip());
    }

    private static void add(String statement, List<String> statements) {
        if (!statement.isBlank()) {
            statements.add(statement.strip());
        }
    }

    boolean asks() {
        return !question.isEmpty();
    }
}
