package dev.danamemory.local.cli;

/** Ends a command; the message is for the person who typed it. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What the shell is told. */
    enum Kind {
        /** The service said no, or something was not there. */
        FAILED(1),
        /** What was typed makes no sense. */
        USAGE(2);

        private final int exitCode;

        Kind(int exitCode) {
            this.exitCode = exitCode;
        }
    }

    private final Kind kind;

    private CommandFailure(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static CommandFailure failed(String message) {
        return new CommandFailure(Kind.FAILED, message);
    }

    static CommandFailure usage(String message) {
        return new CommandFailure(Kind.USAGE, message);
    }

    int exitCode() {
        return kind.exitCode;
    }
}
