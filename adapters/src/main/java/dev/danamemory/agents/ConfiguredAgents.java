package dev.danamemory.agents;

import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.chat.Agents;
import dev.danamemory.model.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The agents of an agents file, all made when it is read. */
public final class ConfiguredAgents implements Agents {
    private static final String PACKAGED = "agents.json";

    private final List<AgentDefinition> definitions;
    private final Map<String, Agent> agents = new HashMap<>();

    private ConfiguredAgents(String file, byte[] json, Map<String, AgentKind> kinds, int longestTimeout) {
        this.definitions = new AgentsFile(kinds.keySet(), longestTimeout).parse(file, json);
        for (AgentDefinition definition : definitions) {
            AgentKind kind = Objects.requireNonNull(kinds.get(definition.kind()));
            agents.put(definition.id(), agent(file, definition, kind));
        }
    }

    /**
     * Reads the agents.
     *
     * @param agentsFile path of the file, as {@code AGENTS_FILE} has it; null or blank is the packaged definition
     * @param kinds the known kinds by name
     * @param longestTimeout the most seconds a definition may give its agent
     * @throws AgentsFileException when the file can't be read or a definition is wrong
     */
    public static ConfiguredAgents read(@Nullable String agentsFile, Map<String, AgentKind> kinds, int longestTimeout) {
        if (agentsFile == null || agentsFile.isBlank()) {
            return new ConfiguredAgents("(packaged) " + PACKAGED, packaged(), kinds, longestTimeout);
        }
        return new ConfiguredAgents(agentsFile, bytes(agentsFile), kinds, longestTimeout);
    }

    /**
     * The agents of definitions that were read elsewhere.
     *
     * @param file how messages call the place
     * @param json the definitions
     * @throws AgentsFileException when a definition is wrong
     */
    public static ConfiguredAgents of(String file, byte[] json, Map<String, AgentKind> kinds, int longestTimeout) {
        return new ConfiguredAgents(file, json, kinds, longestTimeout);
    }

    private static byte[] packaged() {
        try (InputStream json = Objects.requireNonNull(ConfiguredAgents.class.getResourceAsStream(PACKAGED))) {
            return json.readAllBytes();
        } catch (IOException e) {
            throw new AgentsFileException("(packaged) " + PACKAGED, "cannot be read", e);
        }
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (NoSuchFileException e) {
            throw new AgentsFileException(file, "is not there; AGENTS_FILE must be the path of a JSON file", e);
        } catch (IOException | InvalidPathException e) {
            throw new AgentsFileException(file, "cannot be read; AGENTS_FILE must be the path of a JSON file", e);
        }
    }

    private static Agent agent(String file, AgentDefinition definition, AgentKind kind) {
        try {
            return kind.agent(definition);
        } catch (InvalidInputException e) {
            throw AgentsFile.fault(file, '"' + definition.id() + '"', e);
        }
    }

    @Override
    public List<AgentDefinition> definitions() {
        return definitions;
    }

    @Override
    public Agent agent(AgentDefinition definition) {
        Agent agent = agents.get(definition.id());
        if (agent == null) {
            throw new IllegalArgumentException("an agent of another catalogue");
        }
        return agent;
    }
}
