package dev.danamemory.local.cli;

import dev.danamemory.local.gateway.LocalApi;
import dev.danamemory.model.UserId;
import java.io.IOException;
import java.util.Map;

/**
 * What all commands work with.
 *
 * @param environment the process's variables
 */
public record CommandContext(Terminal terminal, Map<String, String> environment, ApiOpener opener) {
    /** The API; logs then only what went wrong, for the person at the terminal reads along. */
    LocalApi api(StoreChoice choice) throws IOException {
        Logging.start(environment, "warn");
        return opener.open(choice);
    }

    /** A user's way to the API. */
    ApiClient client(StoreChoice choice, UserId user) throws IOException {
        return new ApiClient(api(choice), user);
    }
}
