package dev.danamemory.local.cli;

import dev.danamemory.local.gateway.LocalApi;
import java.io.IOException;

/** Opens the API on a store. */
@FunctionalInterface
public interface ApiOpener {
    /**
     * The API, ready for requests.
     *
     * @throws IOException when the store can't be opened
     */
    LocalApi open(StoreChoice choice) throws IOException;
}
