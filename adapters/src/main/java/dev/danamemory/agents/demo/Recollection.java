package dev.danamemory.agents.demo;

import dev.danamemory.agents.demo.Statement.Match;
import dev.danamemory.context.AssembledContext;
import dev.danamemory.context.ContextTurn;
import dev.danamemory.model.Summary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a context says that the user stated: not what was asked, not small talk, and nothing of the agent's.
 *
 * @param statements oldest first; summaries stand before turns
 */
record Recollection(List<Statement> statements) {
    /** A share in one letter alone is no answer. */
    private static final int LEAST_SCORE = 2;

    static Recollection of(AssembledContext memory, Lexicon lexicon) {
        List<Statement> statements = new ArrayList<>();
        for (Summary summary : memory.summaries()) {
            for (String text : stated(summary.content(), lexicon)) {
                statements.add(Statement.of(summary, text));
            }
        }
        List<ContextTurn> turns = new ArrayList<>(memory.turns());
        turns.sort((one, other) ->
                Long.compare(one.turn().turnNumber(), other.turn().turnNumber()));
        for (ContextTurn shown : turns) {
            for (String text : stated(shown.turn().userInput(), lexicon)) {
                statements.add(Statement.of(shown.turn(), text));
            }
        }
        return new Recollection(List.copyOf(statements));
    }

    /** Whether the context says nothing of the kind; told without finding all that it says. */
    static boolean isEmpty(AssembledContext memory, Lexicon lexicon) {
        for (ContextTurn shown : memory.turns().reversed()) {
            if (!stated(shown.turn().userInput(), lexicon).isEmpty()) {
                return false;
            }
        }
        for (Summary summary : memory.summaries()) {
            if (!stated(summary.content(), lexicon).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    private static List<String> stated(String text, Lexicon lexicon) {
        List<String> stated = new ArrayList<>();
        for (String statement : Utterance.of(text, lexicon).statements()) {
            List<Word> words = Words.of(statement);
            if (!words.isEmpty() && lexicon.smallTalk(words) == null) {
                stated.add(statement);
            }
        }
        return stated;
    }

    boolean isEmpty() {
        return statements.isEmpty();
    }

    /** The last ones, newest first. */
    List<Statement> newest(int count) {
        return statements.reversed().stream().limit(count).toList();
    }

    /** The statement that says most about the topics; the newest where several say as much. */
    Optional<Match> about(List<Topic> topics) {
        Set<String> wanted =
                topics.stream().flatMap(topic -> topic.terms().stream()).collect(Collectors.toCollection(HashSet::new));
        Optional<Match> best = Optional.empty();
        for (Statement statement : statements) {
            Match match = match(statement, topics, wanted);
            boolean fits = match.score() > 0 && (match.isWhole() || match.score() >= LEAST_SCORE);
            if (fits && best.stream().allMatch(other -> match.score() >= other.score())) {
                best = Optional.of(match);
            }
        }
        return best;
    }

    private static Match match(Statement statement, List<Topic> topics, Set<String> wanted) {
        Map<String, Integer> found = new HashMap<>();
        for (Word word : Words.of(statement.text())) {
            word.terms().filter(wanted::contains).forEach(term -> found.putIfAbsent(term, word.start()));
        }
        int score = 0;
        int at = statement.text().length();
        List<Topic> missing = new ArrayList<>();
        for (Topic topic : topics) {
            int weight = topic.weight(found.keySet());
            score += weight;
            if (weight == 0) {
                missing.add(topic);
            } else {
                at = Math.min(at, first(topic, found));
            }
        }
        return new Match(statement, score, at, missing.isEmpty() ? null : Answers.names(missing));
    }

    private static int first(Topic topic, Map<String, Integer> found) {
        return topic.terms().stream()
                .filter(found::containsKey)
                .mapToInt(term -> found.getOrDefault(term, 0))
                .min()
                .orElse(0);
    }

    /** The newest statement in which the user says their name. */
    Optional<Match> introduction(Lexicon lexicon) {
        return newestWith(lexicon.introductions(), false).or(() -> newestWith(lexicon.ownSelf(), true));
    }

    private Optional<Match> newestWith(List<List<String>> phrases, boolean capitalOnly) {
        for (Statement statement : statements.reversed()) {
            List<Word> words = Words.of(statement.text());
            for (List<String> phrase : phrases) {
                int at = Introduction.find(statement.text(), words, phrase, capitalOnly);
                if (at >= 0) {
                    return Optional.of(new Match(statement, 1, at, null));
                }
            }
        }
        return Optional.empty();
    }
}
