package dev.danamemory.json;

import dev.danamemory.model.FieldFault;
import dev.danamemory.model.InvalidInputException;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with some input, so that its sender learns of more than the first fault. */
public final class Faults {
    /** How many are kept; a file can have one in every turn. */
    public static final int MOST = 20;

    private final List<FieldFault> found = new ArrayList<>();

    /**
     * Notes a fault.
     *
     * @param problem what is wrong and what would be right, without the value
     */
    public void add(Place place, String problem) {
        if (!isFull()) {
            found.add(new FieldFault(place.toString(), problem));
        }
    }

    /** Whether no more are kept. */
    public boolean isFull() {
        return found.size() >= MOST;
    }

    /** Whether none was found. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Those found so far, at most {@value #MOST}. */
    public List<FieldFault> found() {
        return List.copyOf(found);
    }

    /**
     * Ends the reading of input that has faults.
     *
     * @throws InvalidInputException when any was found
     */
    public void throwIfAny() {
        if (!found.isEmpty()) {
            throw new InvalidInputException(found);
        }
    }
}
