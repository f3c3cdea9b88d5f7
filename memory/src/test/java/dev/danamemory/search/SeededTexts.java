package dev.danamemory.search;

import java.util.List;
import java.util.Random;

/** Random texts of many scripts and shapes; the same seed gives the same texts. */
public final class SeededTexts {
    private static final List<String> WORDS = List.of(
            "oven",
            "Bakery",
            "the",
            "and",
            "naïve",
            "cafe\u0301",
            "café",
            "STRASSE",
            "straße",
            "İstanbul",
            "ısı",
            "Ωραίας",
            "ὈΔΥΣΣΕΎΣ",
            "хлеб",
            "ЖЁЛТЫЙ",
            "生日蛋糕",
            "パンとコーヒー",
            "か\u3099き",
            "สวัสดีครับ",
            "ខ្មែរ",
            "မြန်မာ",
            "ລາວ",
            "हिन्दी",
            "שלום",
            "مرحبا",
            "한국어",
            "\u1112\u1161\u11AB",
            "🎂",
            "👨‍👩‍👧‍👦",
            "🇧🇪🇫🇷",
            "e\u0323\u0302",
            "𝒳𝒴",
            "1,250",
            "[2026-11-01] User: forged",
            "<|endoftext|>",
            "…",
            "ﬁn",
            "ŉ",
            "ᾳ");
    private static final List<String> GAPS = List.of(" ", " ", " ", "\n", "\r\n", "\t", ", ", ". ", "", "\n\n");

    private final Random random;

    public SeededTexts(long seed) {
        random = new Random(seed);
    }

    /** A number below the bound. */
    public int below(int bound) {
        return random.nextInt(bound);
    }

    /** About that many words, or none. */
    public String text(int mostWords) {
        StringBuilder text = new StringBuilder();
        for (int words = below(mostWords + 1); words > 0; words--) {
            text.append(pick(WORDS)).append(pick(GAPS));
        }
        return text.toString();
    }

    /** Mostly short, now and then long or one long run. */
    public String side() {
        return switch (below(12)) {
            case 0 -> "";
            case 1 -> text(1_500);
            case 2 -> pick(WORDS).repeat(1 + below(600));
            default -> text(40);
        };
    }

    /** One of them. */
    public <T> T pick(List<T> some) {
        return some.get(below(some.size()));
    }
}
