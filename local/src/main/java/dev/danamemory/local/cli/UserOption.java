package dev.danamemory.local.cli;

import dev.danamemory.model.UserId;
import picocli.CommandLine.Option;

/** The option that says whose conversations these are. */
final class UserOption {
    @Option(names = "--user", paramLabel = "NAME", description = "Whose conversations (default: local).")
    private String name = "local";

    UserId user() {
        if (!UserId.isValid(name)) {
            throw CommandFailure.usage("--user needs a name of 1 to 256 characters.");
        }
        return new UserId(name);
    }
}
