package dev.danamemory.agents.demo;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds the words of a text in any script. Letters, digits and marks that stand together are a word, and so is each
 * symbol such as an emoji. Where a script puts no spaces between words, what stands together is a run.
 */
final class Words {
    /** Longer words come in pieces: folding many marks in a row would take quadratic time. */
    private static final int LONGEST = 128;

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final String JOINS_DIGITS = ",.:";
    // of Bopomofo
    private static final int FIRST_WITHOUT_SPACES = 0x2EA;

    private final String text;
    private final List<Word> found = new ArrayList<>();

    private Words(String text) {
        this.text = text;
    }

    /** The words of the text, in order. */
    static List<Word> of(String text) {
        return new Words(text).all();
    }

    private List<Word> all() {
        int at = 0;
        while (at < text.length()) {
            int first = text.codePointAt(at);
            int next = at + Character.charCount(first);
            if (Character.isLetterOrDigit(first)) {
                next = end(at, first);
                String word = text.substring(at, next);
                found.add(new Word(folded(word), at, next, isRun(first)));
            } else if (Character.getType(first) == Character.OTHER_SYMBOL) {
                found.add(new Word(Character.toString(first), at, next, false));
            }
            at = next;
        }
        return found;
    }

    private int end(int start, int first) {
        int at = start + Character.charCount(first);
        for (int length = 1; length < LONGEST && at < text.length(); length++) {
            int next = text.codePointAt(at);
            if (!goesOn(first, next) && !joinsDigits(at)) {
                break;
            }
            at += Character.charCount(next);
        }
        return at;
    }

    private static boolean goesOn(int first, int next) {
        if (isMark(next)) {
            return true;
        }
        if (!Character.isLetterOrDigit(next)) {
            return false;
        }
        return isRun(first) ? goesOnWithRun(first, next) : !isRun(next);
    }

    private static boolean goesOnWithRun(int first, int next) {
        UnicodeScript script = UnicodeScript.of(next);
        boolean shared = script == UnicodeScript.COMMON || script == UnicodeScript.INHERITED;
        return script == UnicodeScript.of(first) || (shared && Character.isLetter(next));
    }

    private static boolean isRun(int c) {
        return c >= FIRST_WITHOUT_SPACES && Scripts.WITHOUT_SPACES.contains(UnicodeScript.of(c));
    }

    private static boolean isMark(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER;
        };
    }

    // 1,250 and 10:30 are one word
    private boolean joinsDigits(int at) {
        return JOINS_DIGITS.indexOf(text.charAt(at)) >= 0
                && Character.isDigit(text.codePointBefore(at))
                && at + 1 < text.length()
                && Character.isDigit(text.codePointAt(at + 1));
    }

    // to upper case first: it makes ß and ss, and both small sigmas, the same
    private static String folded(String word) {
        if (isAscii(word)) {
            return word.toLowerCase(Locale.ROOT);
        }
        String plain = Normalizer.normalize(word, Normalizer.Form.NFKC);
        return plain.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) >= 0x80) {
                return false;
            }
        }
        return true;
    }

    // apart: scripts take long to load, and most texts stay below the first of those without spaces
    private static final class Scripts {
        // Hangul has spaces, but glues particles to its words, which would then never be equal
        private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
                UnicodeScript.HAN,
                UnicodeScript.HIRAGANA,
                UnicodeScript.KATAKANA,
                UnicodeScript.BOPOMOFO,
                UnicodeScript.HANGUL,
                UnicodeScript.THAI,
                UnicodeScript.LAO,
                UnicodeScript.KHMER,
                UnicodeScript.MYANMAR,
                UnicodeScript.TAI_THAM,
                UnicodeScript.JAVANESE,
                UnicodeScript.BALINESE);
    }
}
