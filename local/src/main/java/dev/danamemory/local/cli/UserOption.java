package dev.danamemory.local.cli;

import dev.danamemory.model.UserId;
import picocli.CommandLine.Option;

/** The option that says whose conversations these are. */
final class UserOption {
    // what bytes that are not UTF-8 become: two names would be one
    private static final char NOT_UTF_8 = '\ufffd';

    @Option(names = "--user", paramLabel = "NAME", description = "Whose conversations (default: local).")
    private String name = "local";

    UserId user() {
        if (name.indexOf(NOT_UTF_8) >= 0) {
            throw CommandFailure.usage("--user needs a name in UTF-8.");
        }
        if (!UserId.isValid(name)) {
            throw CommandFailure.usage("--user needs a name of 1 to 256 characters.");
        }
        return new UserId(name);
    }
}
