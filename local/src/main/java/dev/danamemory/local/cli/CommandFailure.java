package dev.danamemory.local.cli;

/** Ends a command; the message is for the person who typed it. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    private CommandFailure(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The service said no, or something that is needed can't be had. */
    static CommandFailure failed(String message) {
        return new CommandFailure(ExitCode.FAILED, message);
    }

    /** What was typed makes no sense. */
    static CommandFailure usage(String message) {
        return new CommandFailure(ExitCode.USAGE, message);
    }

    /** What was named is not there. */
    static CommandFailure notThere(String message) {
        return new CommandFailure(ExitCode.NOT_THERE, message);
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
