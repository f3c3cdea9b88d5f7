package dev.danamemory.local.cli;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say where the data is; every command has them. */
final class StoreOptions {
    @Option(
            names = "--store",
            paramLabel = "KIND",
            description =
                    "Where conversations are kept: file (default, or MEMORY_STORE), s3 (bucket MEMORY_BUCKET, keys under"
                            + " MEMORY_PREFIX) or dynamodb (table MEMORY_TABLE); region, credentials and endpoint are the"
                            + " AWS SDK's settings.")
    private @Nullable String store;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder of the file store (default: MEMORY_DATA_DIR, else ~/.local/share/dana-memory).")
    private @Nullable String data;

    StoreChoice choice(Map<String, String> environment) {
        return StoreChoice.of(store, data, environment);
    }
}
