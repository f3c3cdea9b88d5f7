package dev.danamemory.agents.openai;

import dev.danamemory.agents.AgentKind;
import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentDefinition;
import java.net.InetAddress;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;

/**
 * The kind {@value #NAME}. Its definitions have the further keys
 *
 * <ul>
 *   <li>{@code endpoint}: the base URL, {@code …/v1}; https, or http to loopback, never link-local
 *   <li>{@code model}
 *   <li>{@code api_key_env} or {@code api_key_secret}: the environment variable or the secret that holds the key; a key
 *       that is named but not there stops the start, and where none is named none is sent
 * </ul>
 *
 * <p>All agents of one kind share their connections, which are first made when one of them is asked.
 */
public final class OpenAiAgentKind implements AgentKind {
    /** What definitions call it. */
    public static final String NAME = "openai";

    private final Function<String, Optional<String>> environment;
    private final Function<String, Optional<String>> secrets;
    private final Provider provider;

    /**
     * @param environment an environment variable's value by its name
     * @param secrets a secret's value by its name
     */
    public OpenAiAgentKind(Function<String, Optional<String>> environment, Function<String, Optional<String>> secrets) {
        this(environment, secrets, new Provider(new Exchange(), InetAddress::getAllByName, InstantSource.system()));
    }

    OpenAiAgentKind(
            Function<String, Optional<String>> environment,
            Function<String, Optional<String>> secrets,
            Provider provider) {
        this.environment = environment;
        this.secrets = secrets;
        this.provider = provider;
    }

    @Override
    public Agent agent(AgentDefinition definition) {
        return new OpenAiAgent(Options.read(definition.options(), environment, secrets), provider);
    }
}
