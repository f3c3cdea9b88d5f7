package dev.danamemory.local.cli;

import dev.danamemory.model.UserId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option that says who it is about. */
final class UserOption {
    private static final UserId USUAL = new UserId("local");
    // what bytes that are not UTF-8 become: two names would be one
    private static final char NOT_UTF_8 = '\ufffd';

    @Option(
            names = "--user",
            paramLabel = "NAME",
            description = "Whose conversations (default: local; invoke: as the event says).")
    private @Nullable String name;

    /** The user that was named, else {@code local}. */
    UserId user() {
        return named().orElse(USUAL);
    }

    /** The user that was named, if one was. */
    Optional<UserId> named() {
        if (name == null) {
            return Optional.empty();
        }
        if (name.indexOf(NOT_UTF_8) >= 0) {
            throw CommandFailure.usage("--user needs a name in UTF-8.");
        }
        if (!UserId.isValid(name)) {
            throw CommandFailure.usage("--user needs a name of 1 to 256 characters.");
        }
        return Optional.of(new UserId(name));
    }
}
