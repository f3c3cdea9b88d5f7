package dev.danamemory.functions;

import dev.danamemory.agents.AgentKind;
import dev.danamemory.agents.ConfiguredAgents;
import dev.danamemory.agents.demo.DemoAgentKind;
import dev.danamemory.agents.openai.OpenAiAgentKind;
import dev.danamemory.blob.BlobConversationStore;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.StoredKeyHash;
import dev.danamemory.blob.disk.DiskBlobs;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.context.WindowRelevantTurns;
import dev.danamemory.functions.http.Identity;
import dev.danamemory.functions.http.LogSetup;
import dev.danamemory.model.NewIds;
import dev.danamemory.tokens.JtokkitTokenCounter;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the functions together as the environment says. Nothing else reads environment variables.
 *
 * <ul>
 *   <li>{@code MEMORY_STORE}: {@code file} (the default)
 *   <li>{@code MEMORY_DATA_DIR}: folder of the file store; has to be said
 *   <li>{@code MEMORY_USER_CLAIM}: claim that names the user, {@code sub} by default
 *   <li>{@code AGENTS_FILE}: agent definitions, packaged ones by default
 *   <li>{@code LOG_LEVEL}: {@code INFO} by default
 * </ul>
 */
public final class Wiring {
    /** The variables that are read. */
    public static final List<String> VARIABLES =
            List.of("MEMORY_STORE", "MEMORY_DATA_DIR", "MEMORY_USER_CLAIM", "AGENTS_FILE", "LOG_LEVEL");

    private static final String PREFIX = "";
    private static final String LOG_LEVEL_PROPERTY = "org.slf4j.simpleLogger.defaultLogLevel";
    // API Gateway gives up at 30 s
    private static final int LONGEST_AGENT_SECONDS = 25;

    private final Map<String, String> environment;

    /** @param environment variables by name */
    public Wiring(Map<String, String> environment) {
        this.environment = Map.copyOf(environment);
    }

    /** The wiring that this process's environment asks for. */
    public static Wiring fromEnvironment() {
        LogSetup.linesAlone();
        return new Wiring(System.getenv());
    }

    /**
     * What the functions are built on.
     *
     * @throws StartException when a variable is missing or wrong
     */
    public Ports ports() {
        setLogLevel();
        SecureRandom random = new SecureRandom();
        NewIds ids = new NewIds(random);
        InstantSource clock = InstantSource.system();
        Blobs blobs = blobs();
        return new Ports(
                new BlobConversationStore(blobs, PREFIX, ids, clock),
                ConfiguredAgents.read(set("AGENTS_FILE"), kinds(), LONGEST_AGENT_SECONDS),
                new ContextAssembler(new JtokkitTokenCounter(), new WindowRelevantTurns()),
                StoredKeyHash.read(blobs, PREFIX, random),
                new Identity(or("MEMORY_USER_CLAIM", "sub")),
                ids,
                clock);
    }

    private Map<String, AgentKind> kinds() {
        return Map.of(
                DemoAgentKind.NAME,
                new DemoAgentKind(),
                OpenAiAgentKind.NAME,
                // keys kept in a secret store come with the deployment
                new OpenAiAgentKind(name -> Optional.ofNullable(environment.get(name)), secret -> Optional.empty()));
    }

    private Blobs blobs() {
        Path folder = folder();
        try {
            return DiskBlobs.open(folder);
        } catch (IOException e) {
            throw new StartException("MEMORY_DATA_DIR names a folder that cannot be used: " + folder, e);
        }
    }

    private Path folder() {
        StoreKind kind = StoreKind.of(or("MEMORY_STORE", StoreKind.FILE.wire()))
                .orElseThrow(() -> new StartException("MEMORY_STORE must be file, s3 or dynamodb"));
        if (!kind.isInThisVersion()) {
            throw new StartException("MEMORY_STORE=" + kind.wire() + " is not in this version; file is");
        }
        String folder = set("MEMORY_DATA_DIR");
        if (folder == null) {
            throw new StartException("MEMORY_DATA_DIR has to name the folder of the file store");
        }
        return Path.of(folder);
    }

    // read by the logger when it is first asked for; a property that is set already wins
    private void setLogLevel() {
        if (System.getProperty(LOG_LEVEL_PROPERTY) == null) {
            System.setProperty(LOG_LEVEL_PROPERTY, or("LOG_LEVEL", "INFO"));
        }
    }

    private @Nullable String set(String variable) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? null : value;
    }

    private String or(String variable, String otherwise) {
        String value = set(variable);
        return value == null ? otherwise : value;
    }
}
