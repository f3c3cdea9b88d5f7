package dev.danamemory.model;

import java.util.List;

/** Input that the domain refuses; nothing was stored. The faults name the fields and never their values. */
public final class InvalidInputException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<FieldFault> faults;

    public InvalidInputException(List<FieldFault> faults) {
        super(faults.stream()
                .map(fault -> fault.field().isEmpty() ? fault.problem() : fault.field() + ": " + fault.problem())
                .reduce((one, other) -> one + "; " + other)
                .orElse("invalid"));
        this.faults = List.copyOf(faults);
    }

    public InvalidInputException(String field, String problem) {
        this(List.of(new FieldFault(field, problem)));
    }

    /** At least one. */
    public List<FieldFault> faults() {
        return faults;
    }
}
