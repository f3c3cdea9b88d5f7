package dev.danamemory.local.cli;

import dev.danamemory.functions.StoreKind;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which store to use.
 *
 * @param data the data's folder, absolute
 */
public record StoreChoice(Path data) {
    /** What {@code --store} and {@code --data} and, where they are silent, the environment say. */
    static StoreChoice of(@Nullable String store, @Nullable String data, Map<String, String> environment) {
        String name = store != null ? store : environment.getOrDefault("MEMORY_STORE", StoreKind.FILE.wire());
        StoreKind kind = StoreKind.of(name)
                .orElseThrow(() -> CommandFailure.usage("There is no store " + name + "; use --store file."));
        if (!kind.isInThisVersion()) {
            throw CommandFailure.usage("The store " + name + " comes with a later version; use --store file.");
        }
        String folder = data != null ? data : environment.getOrDefault("MEMORY_DATA_DIR", "");
        if (data != null && data.isBlank()) {
            throw CommandFailure.usage("--data needs the name of a folder.");
        }
        Path path = folder.isEmpty() ? usual(environment) : Path.of(folder);
        return new StoreChoice(path.toAbsolutePath().normalize());
    }

    // where the XDG base directory specification puts data; a relative XDG_DATA_HOME is to be ignored
    private static Path usual(Map<String, String> environment) {
        Path home = Path.of(environment.getOrDefault("XDG_DATA_HOME", ""));
        Path base = home.isAbsolute()
                ? home
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".local", "share");
        return base.resolve("dana-memory");
    }
}
