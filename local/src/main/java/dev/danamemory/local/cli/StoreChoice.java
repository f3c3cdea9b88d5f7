package dev.danamemory.local.cli;

import dev.danamemory.functions.StoreKind;
import dev.danamemory.model.Sha256;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which store to use.
 *
 * @param data the folder of the file store, absolute; with another store the folder of the command line's own notes
 * @param settings the variables that say where the store is, by name
 */
public record StoreChoice(StoreKind kind, Path data, Map<String, String> settings) {
    private static final String BUCKET = "MEMORY_BUCKET";
    private static final String TABLE = "MEMORY_TABLE";
    // of a server on this machine, where nobody else has that name
    private static final String USUAL_NAME = "dana-memory";
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "[::1]");

    public StoreChoice {
        settings = Map.copyOf(settings);
    }

    /** The file store in a folder. */
    public StoreChoice(Path data) {
        this(StoreKind.FILE, data, Map.of("MEMORY_DATA_DIR", data.toString()));
    }

    /** What {@code --store} and {@code --data} and, where they are silent, the environment say. */
    static StoreChoice of(@Nullable String store, @Nullable String data, Map<String, String> environment) {
        String name = store != null ? store : environment.getOrDefault("MEMORY_STORE", StoreKind.FILE.wire());
        StoreKind kind = StoreKind.of(name)
                .orElseThrow(() ->
                        CommandFailure.usage("There is no store " + name + "; use --store file, s3 or dynamodb."));
        String folder = data != null ? data : environment.getOrDefault("MEMORY_DATA_DIR", "");
        if (data != null && data.isBlank()) {
            throw CommandFailure.usage("--data needs the name of a folder.");
        }
        Path path = (folder.isEmpty() ? usual(environment) : Path.of(folder))
                .toAbsolutePath()
                .normalize();
        return switch (kind) {
            case FILE -> new StoreChoice(path);
            case S3 -> new StoreChoice(kind, path, bucket(environment));
            case DYNAMODB -> new StoreChoice(kind, path, named(TABLE, "AWS_ENDPOINT_URL_DYNAMODB", environment));
        };
    }

    /** Where conversations are, for a person. */
    public String place() {
        return switch (kind) {
            case FILE -> data.toString();
            case S3 -> "s3://" + settings.getOrDefault(BUCKET, "") + "/" + settings.getOrDefault("MEMORY_PREFIX", "");
            case DYNAMODB -> "DynamoDB table " + settings.getOrDefault(TABLE, "");
        };
    }

    /** An environment with this choice in it. */
    public Map<String, String> over(Map<String, String> environment) {
        Map<String, String> chosen = new HashMap<>(environment);
        chosen.putAll(settings);
        chosen.put("MEMORY_STORE", kind.wire());
        return chosen;
    }

    /** Where this command line keeps its own notes: another folder for each store. */
    Path notes() {
        return switch (kind) {
            case FILE -> data.resolve("cli");
            case S3, DYNAMODB -> data.resolve("cli-" + kind.wire() + "-" + Sha256.hex(place()));
        };
    }

    private static Map<String, String> bucket(Map<String, String> environment) {
        Map<String, String> settings = named(BUCKET, "AWS_ENDPOINT_URL_S3", environment);
        String prefix = environment.get("MEMORY_PREFIX");
        if (prefix != null) {
            settings.put("MEMORY_PREFIX", prefix);
        }
        return settings;
    }

    private static Map<String, String> named(String variable, String endpoint, Map<String, String> environment) {
        Map<String, String> settings = new HashMap<>();
        String name = environment.getOrDefault(variable, isLoopback(endpoint, environment) ? USUAL_NAME : "");
        if (!name.isBlank()) {
            settings.put(variable, name);
        }
        return settings;
    }

    private static boolean isLoopback(String variable, Map<String, String> environment) {
        String endpoint = environment.getOrDefault(variable, environment.getOrDefault("AWS_ENDPOINT_URL", ""));
        try {
            String host = URI.create(endpoint).getHost();
            return host != null && LOOPBACK.contains(host);
        } catch (IllegalArgumentException noUri) {
            return false;
        }
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
