package dev.danamemory.summary;

import dev.danamemory.model.Turn;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What of a text should not get lost, told by the look of its words alone; and how much of it did not. */
enum Facts {
    NUMBERS("[0-9][\\p{L}\\p{N}]*(?:\\.[0-9]+)?"),
    NAMES("(?<=[\\p{Ll},;] )\\p{Lu}\\p{L}+"),
    DATES(
            "(?i)\\b(?:(?:last|next) (?:week|month|year|weekend)|yesterday|tomorrow|january|february|march|april|june|july"
                    + "|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\\b");

    private final Pattern form;

    Facts(String form) {
        this.form = Pattern.compile(form);
    }

    /** Those in the text, each once. */
    Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = form.matcher(text);
        while (matcher.find()) {
            found.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return found;
    }

    /** How many of those facts are in a text. */
    static long kept(Set<String> facts, String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return facts.stream()
                .filter(fact -> Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(fact) + "(?![\\p{L}\\p{N}])")
                        .matcher(small)
                        .find())
                .count();
    }

    /** All that is said in these turns. */
    static String textOf(List<Turn> turns) {
        StringBuilder text = new StringBuilder();
        for (Turn turn : turns) {
            text.append(turn.userInput())
                    .append('\n')
                    .append(turn.agentResponse())
                    .append('\n');
        }
        return text.toString();
    }

    /** What a summary of the first sentences would be: each side's in turn, as many as fit. */
    static String leadOf(List<Turn> turns, int longest) {
        StringBuilder lead = new StringBuilder();
        for (Turn turn : turns) {
            for (String side : List.of(turn.userInput(), turn.agentResponse())) {
                String first = Sentences.of(side).getFirst();
                if (lead.length() + first.length() < longest) {
                    lead.append(first).append(' ');
                }
            }
        }
        return lead.toString();
    }
}
