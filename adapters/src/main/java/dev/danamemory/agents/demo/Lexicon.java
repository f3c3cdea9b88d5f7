package dev.danamemory.agents.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.json.JsonReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The words that have a meaning for the demo agent, all of its languages together. */
final class Lexicon {
    // its words stand there as Words finds and folds them, with a blank between each two: to look for the words of all
    // languages again would cost every cold start time
    private static final String FILE = "lexicon.json";

    private final JsonNode languages;
    // found for the first question; made twice by two threads they are the same
    private volatile @Nullable List<Set<String>> stopWords;
    private final Map<String, SmallTalk> smallTalk = new HashMap<>();
    private final QuestionForms questions;
    // none before a longer one that holds it
    private final List<String> runStops;
    private final List<String> runEndings;
    private final List<List<String>> introductions;
    private final List<List<String>> ownSelf;
    private final Set<String> whoAmI;

    Lexicon() {
        JsonNode file = file();
        languages = file.get("stop_words");
        for (SmallTalk kind : SmallTalk.values()) {
            for (String phrase : phrases(file.get("small_talk").get(kind.name().toLowerCase(Locale.ROOT)))) {
                smallTalk.put(phrase, kind);
            }
        }
        questions = new QuestionForms(file.get("questions"));
        runStops = strings(file.get("run_stops"));
        runEndings = strings(file.get("run_endings"));
        introductions = sequences(file.get("introductions"));
        ownSelf = sequences(file.get("own_self"));
        whoAmI = Set.copyOf(phrases(file.get("asks_who_i_am")));
    }

    private static JsonNode file() {
        try (InputStream json = Objects.requireNonNull(Lexicon.class.getResourceAsStream(FILE))) {
            return JsonReader.strict().read(json.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Set<String> words(JsonNode text) {
        return new LinkedHashSet<>(sequence(text));
    }

    static List<String> strings(JsonNode list) {
        List<String> strings = new ArrayList<>();
        for (JsonNode element : list) {
            strings.add(element.textValue());
        }
        return strings;
    }

    private static List<String> phrases(JsonNode list) {
        List<String> phrases = new ArrayList<>();
        for (JsonNode element : list) {
            phrases.add(Word.phrase(sequence(element)));
        }
        return phrases;
    }

    private static List<List<String>> sequences(JsonNode list) {
        List<List<String>> sequences = new ArrayList<>();
        for (JsonNode element : list) {
            sequences.add(sequence(element));
        }
        return sequences;
    }

    private static List<String> sequence(JsonNode text) {
        return List.of(text.textValue().split(" "));
    }

    /** What the words are as a whole, if they are a phrase that states nothing. */
    @Nullable
    SmallTalk smallTalk(List<Word> words) {
        List<Word> spoken = new ArrayList<>(words.size());
        for (Word word : words) {
            if (Character.isLetterOrDigit(word.text().codePointAt(0))) {
                spoken.add(word);
            }
        }
        return smallTalk.get(Word.phrase(Word.texts(spoken)));
    }

    /** Whether a sentence without question mark is a question all the same. */
    boolean asks(List<Word> words, boolean closed) {
        return questions.fit(words, closed);
    }

    /** Words without weight in the language that most of the words belong to; the first listed one where several do. */
    Set<String> stopWords(List<Word> words) {
        List<Set<String>> known = stopWords();
        Set<String> best = known.getFirst();
        long most = -1;
        for (Set<String> language : known) {
            long count = words.stream()
                    .filter(word -> language.contains(word.text()))
                    .count();
            if (count > most) {
                best = language;
                most = count;
            }
        }
        return best;
    }

    private List<Set<String>> stopWords() {
        List<Set<String>> made = stopWords;
        if (made == null) {
            made = new ArrayList<>();
            for (JsonNode language : languages) {
                made.add(words(language));
            }
            stopWords = made;
        }
        return made;
    }

    /** A run taken apart where it says nothing about what is asked for. */
    List<String> weighty(String run) {
        String left = run;
        for (String stop : runStops) {
            left = left.replace(stop, " ");
        }
        return List.of(left.strip().split(" +")).stream()
                .map(this::withoutEnding)
                .filter(piece -> !piece.isEmpty())
                .toList();
    }

    private String withoutEnding(String piece) {
        for (String ending : runEndings) {
            if (piece.endsWith(ending)) {
                return piece.substring(0, piece.length() - ending.length());
            }
        }
        return piece;
    }

    boolean asksWhoIAm(List<Word> words) {
        return whoAmI.contains(Word.phrase(Word.texts(words)));
    }

    /** Phrases that a name follows, whatever its first letter, word by word. */
    List<List<String>> introductions() {
        return introductions;
    }

    /** Phrases like "I am", which a name may follow. */
    List<List<String>> ownSelf() {
        return ownSelf;
    }
}
