package dev.danamemory.functions;

import dev.danamemory.agents.AgentKind;
import dev.danamemory.agents.ConfiguredAgents;
import dev.danamemory.agents.LateAgentKind;
import dev.danamemory.agents.demo.DemoAgentKind;
import dev.danamemory.agents.openai.OpenAiAgentKind;
import dev.danamemory.agents.secrets.AwsSecrets;
import dev.danamemory.chat.Agents;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.context.WindowRelevantTurns;
import dev.danamemory.dynamodb.TableDefinition;
import dev.danamemory.functions.http.Identity;
import dev.danamemory.functions.http.LogSetup;
import dev.danamemory.model.NewIds;
import dev.danamemory.tokens.JtokkitTokenCounter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Puts the functions together as the environment says. Nothing else reads environment variables.
 *
 * <ul>
 *   <li>{@code MEMORY_STORE}: {@code file} (the default), {@code s3} or {@code dynamodb}
 *   <li>{@code MEMORY_DATA_DIR}: folder of the file store; has to be said
 *   <li>{@code MEMORY_BUCKET}, {@code MEMORY_PREFIX}: bucket of the S3 store, which has to be said, and what every key begins
 *       with; region, credentials and endpoint are the SDK's own settings
 *   <li>{@code MEMORY_TABLE}: table of the DynamoDB store, which has to be said; likewise
 *   <li>{@code MEMORY_ARCHIVE}: where archived turns go, {@code s3://bucket/prefix} or a folder; beside the data by default
 *   <li>{@code MEMORY_ARCHIVE_CLASS}: what S3 stores archives as, such as {@code GLACIER_IR}; the bucket's default by default
 *   <li>{@code MEMORY_USER_CLAIM}: claim that names the user, {@code sub} by default
 *   <li>{@code AGENTS_FILE}: agent definitions, a path or {@code s3://bucket/key}; packaged ones by default
 *   <li>{@code LOG_LEVEL}: {@code INFO} by default
 * </ul>
 */
public final class Wiring {
    /** The variables that are read. */
    public static final List<String> VARIABLES = List.of(
            "MEMORY_STORE",
            "MEMORY_DATA_DIR",
            "MEMORY_BUCKET",
            "MEMORY_PREFIX",
            "MEMORY_TABLE",
            "MEMORY_ARCHIVE",
            "MEMORY_ARCHIVE_CLASS",
            "MEMORY_USER_CLAIM",
            "AGENTS_FILE",
            "LOG_LEVEL");

    // API Gateway gives up at 30 s
    private static final int LONGEST_AGENT_SECONDS = 25;

    private final Variables variables;
    private final Map<String, AgentKind> kinds;
    private final RenewedRandom random = new RenewedRandom(SecureRandom::new);

    /** @param environment variables by name */
    public Wiring(Map<String, String> environment) {
        this.variables = new Variables(environment);
        // before clients of AWS are made, which log too
        LogSetup.level(variables.or("LOG_LEVEL", "INFO"));
        this.kinds = kinds();
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
        return ports(agents());
    }

    /**
     * The same for a function that calls no agent: it is not told the keys that agents use.
     *
     * @throws StartException when a variable is missing or wrong
     */
    public Ports portsOfReader() {
        AgentKind silent = definition -> request -> {
            throw new IllegalStateException("this function calls no agent");
        };
        Map<String, AgentKind> silenced = new HashMap<>();
        kinds.keySet().forEach(kind -> silenced.put(kind, silent));
        return ports(agents(silenced));
    }

    /** Makes anew what two copies of this process must not share: what ids are made of. */
    public void renew() {
        random.renew();
    }

    private Ports ports(Agents agents) {
        NewIds ids = new NewIds(random);
        InstantSource clock = InstantSource.system();
        OpenedStore store = new StoreOpener(variables, random, ids, clock).open();
        return new Ports(
                store.conversations(),
                store.upkeep(),
                largeExports(store),
                agents,
                new ContextAssembler(new JtokkitTokenCounter(), new WindowRelevantTurns()),
                store.hash(),
                new Identity(variables.or("MEMORY_USER_CLAIM", "sub")),
                ids,
                clock);
    }

    /**
     * Makes what the store lacks of bucket and table, provided that its server is on loopback.
     *
     * @param definition of the table
     * @throws StartException when a variable is missing or wrong
     * @throws dev.danamemory.store.StoreUnavailableException when the server refuses
     * @throws dev.danamemory.blob.BlobUnavailableException when it does not answer
     */
    public void createMissing(Supplier<TableDefinition> definition) {
        new StoreOpener(variables, random, new NewIds(random), InstantSource.system()).createMissing(definition);
    }

    /**
     * The agents of the agents file as it is now.
     *
     * @throws dev.danamemory.agents.AgentsFileException when it can't be read or a definition is wrong
     */
    public Agents agents() {
        return agents(kinds);
    }

    private Agents agents(Map<String, AgentKind> of) {
        String file = variables.set("AGENTS_FILE");
        return file != null && AgentsObject.isNamed(file)
                ? ConfiguredAgents.of(file, AgentsObject.read(file), of, LONGEST_AGENT_SECONDS)
                : ConfiguredAgents.read(file, of, LONGEST_AGENT_SECONDS);
    }

    /** The agents file if it is one of this machine, so that a runner can see it change. */
    public Optional<Path> agentsFile() {
        return Optional.ofNullable(variables.set("AGENTS_FILE"))
                .filter(file -> !AgentsObject.isNamed(file))
                .map(Path::of);
    }

    private Map<String, AgentKind> kinds() {
        return Map.of(
                DemoAgentKind.NAME,
                new LateAgentKind(DemoAgentKind::new),
                OpenAiAgentKind.NAME,
                new LateAgentKind(() -> new OpenAiAgentKind(
                        name -> Optional.ofNullable(variables.environment().get(name)),
                        // its classes are loaded where a definition names a secret
                        name -> AwsSecrets.ofEnvironment().apply(name))));
    }

    // Lambda carries no answer of over 6 MB
    private LargeExports largeExports(OpenedStore store) {
        if (!variables.environment().containsKey("AWS_LAMBDA_FUNCTION_NAME")) {
            return new LargeExports.Whole();
        }
        return store.downloads().isPresent()
                ? new LargeExports.Fetched(store.downloads().get())
                : new LargeExports.Refused();
    }
}
