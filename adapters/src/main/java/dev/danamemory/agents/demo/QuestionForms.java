package dev.danamemory.agents.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** How questions look that have no question mark. */
final class QuestionForms {
    private static final int LONGEST_START = 4;

    private final Set<String> starts = new HashSet<>();
    private final Set<String> fillers;
    private final Set<String> bareStarts;
    private final Set<String> alone;
    private final List<String> endings;

    QuestionForms(JsonNode forms) {
        for (JsonNode pattern : forms.get("starts")) {
            addStarts("", pattern, 0);
        }
        fillers = Lexicon.words(forms.get("fillers"));
        bareStarts = Lexicon.words(forms.get("bare_starts"));
        alone = Lexicon.words(forms.get("alone"));
        endings = Lexicon.strings(forms.get("endings"));
    }

    // every way through a pattern, as in (tell, show) (me, us)
    private void addStarts(String before, JsonNode pattern, int position) {
        if (position == pattern.size()) {
            starts.add(before);
            return;
        }
        for (String word : Lexicon.words(pattern.get(position))) {
            addStarts(before.isEmpty() ? word : before + " " + word, pattern, position + 1);
        }
    }

    /** @param closed whether a full stop ends the sentence: then only the surest forms count */
    boolean fit(List<Word> sentence, boolean closed) {
        List<Word> words = withoutFillers(sentence);
        if (words.isEmpty()) {
            return false;
        }
        Word last = words.getLast();
        return startsAsQuestion(words)
                || (!closed && bareStarts.contains(words.getFirst().text()))
                || (words.size() == 1 && alone.contains(last.text()))
                || (last.run() && endings.stream().anyMatch(last.text()::endsWith));
    }

    // and, so, well: what a question may begin with besides
    private List<Word> withoutFillers(List<Word> sentence) {
        int first = 0;
        while (first < sentence.size() && fillers.contains(sentence.get(first).text())) {
            first++;
        }
        return sentence.subList(first, sentence.size());
    }

    private boolean startsAsQuestion(List<Word> words) {
        StringBuilder start = new StringBuilder();
        for (Word word : words.subList(0, Math.min(words.size(), LONGEST_START))) {
            start.append(start.isEmpty() ? "" : " ").append(word.text());
            if (starts.contains(start.toString())) {
                return true;
            }
        }
        return false;
    }
}
