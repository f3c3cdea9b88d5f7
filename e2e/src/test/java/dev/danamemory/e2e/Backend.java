package dev.danamemory.e2e;

import java.nio.file.Path;
import java.util.Map;

/** The stores, each with what tells a function to use it. */
enum Backend {
    FILE {
        @Override
        Map<String, String> environment(Path folder) {
            return Map.of(
                    "MEMORY_STORE",
                    "file",
                    "MEMORY_DATA_DIR",
                    folder.resolve("data").toString());
        }
    };

    /** An empty store of its own for each folder. */
    abstract Map<String, String> environment(Path folder);
}
