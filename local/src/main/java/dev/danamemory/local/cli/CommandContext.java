package dev.danamemory.local.cli;

import dev.danamemory.model.UserId;
import java.io.IOException;
import java.util.Map;

/**
 * What all commands work with.
 *
 * @param environment the process's variables
 */
public record CommandContext(Terminal terminal, Map<String, String> environment, ApiOpener opener) {
    /** A user's way to the API; logs then only what went wrong, for the person at the terminal reads along. */
    ApiClient client(StoreChoice choice, UserId user) throws IOException {
        Logging.start(environment, "warn");
        return new ApiClient(opener.open(choice), user);
    }
}
