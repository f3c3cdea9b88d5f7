package dev.danamemory.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.model.Unicode;
import java.util.Map;

/**
 * Finds what JSON text can spell and nothing can keep: halves of surrogate pairs in texts and keys, numbers of more than
 * {@value WrittenNumber#MOST_DIGITS} digits and, where a lenient reader let them in, NaN and the infinities.
 */
public final class TreeCheck {
    /** What is said of half a surrogate pair. */
    static final String LONE_SURROGATE = "has half of a surrogate pair; only whole Unicode characters can be kept";

    private final Faults faults;

    private TreeCheck(Faults faults) {
        this.faults = faults;
    }

    /**
     * Notes every such value under its place.
     *
     * @return whether there is none
     */
    public static boolean isClean(JsonNode value, Place place, Faults faults) {
        return new TreeCheck(faults).check(value, place);
    }

    private boolean check(JsonNode value, Place place) {
        return switch (value.getNodeType()) {
            case OBJECT -> object(value, place);
            case ARRAY -> array(value, place);
            case STRING -> Unicode.isWellFormed(value.textValue()) || refuse(place, LONE_SURROGATE);
            case NUMBER -> !(value instanceof WrittenNumber number) || number(number, place);
            default -> true;
        };
    }

    private boolean object(JsonNode value, Place place) {
        boolean clean = true;
        for (Map.Entry<String, JsonNode> field : value.properties()) {
            Place here = place.field(field.getKey());
            clean &= Unicode.isWellFormed(field.getKey()) || refuse(here, "is a key that " + LONE_SURROGATE);
            clean &= check(field.getValue(), here);
        }
        return clean;
    }

    private boolean array(JsonNode value, Place place) {
        boolean clean = true;
        for (int i = 0; i < value.size() && !faults.isFull(); i++) {
            clean &= check(value.get(i), place.item(i));
        }
        return clean && !faults.isFull();
    }

    private boolean number(WrittenNumber number, Place place) {
        if (!number.isFinite()) {
            return refuse(place, "is NaN or infinite, which JSON does not have; write a number or null");
        }
        return number.digits() <= WrittenNumber.MOST_DIGITS
                || refuse(place, "is a number of more than 1,000 digits; write it shorter or as a string");
    }

    private boolean refuse(Place place, String problem) {
        faults.add(place, problem);
        return false;
    }
}
