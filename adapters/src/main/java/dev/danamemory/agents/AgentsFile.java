package dev.danamemory.agents;

import com.fasterxml.jackson.databind.JsonNode;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.chat.Agents;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonSyntaxException;
import dev.danamemory.model.FieldFault;
import dev.danamemory.model.InvalidInputException;
import dev.danamemory.model.MemorySettings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads definitions of agents from JSON; a wrong one stops with a message that names file, agent and field. */
public final class AgentsFile {
    private final Set<String> kinds;
    private final int longestTimeout;

    /**
     * @param kinds names of the kinds that are known
     * @param longestTimeout the most that {@code timeout_seconds} may be: 25 behind API Gateway, which gives up at 30
     */
    public AgentsFile(Set<String> kinds, int longestTimeout) {
        this.kinds = new TreeSet<>(kinds);
        this.longestTimeout = longestTimeout;
    }

    /**
     * The definitions, in the file's order; one of them is {@link Agents#DEFAULT}.
     *
     * @param file how messages call the file
     * @throws AgentsFileException when the file is not JSON or a definition is wrong
     */
    public List<AgentDefinition> parse(String file, byte[] json) {
        JsonNode list = list(file, json);
        List<AgentDefinition> definitions = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (JsonNode element : list) {
            AgentDefinition definition = definition(file, definitions.size() + 1, element);
            if (!ids.add(definition.id())) {
                throw fault(file, definition, "id", "is given to another agent before; ids must differ");
            }
            definitions.add(definition);
        }
        checkDefault(file, ids);
        definitions.forEach(definition -> checkSummarizer(file, definition, ids));
        return List.copyOf(definitions);
    }

    private static JsonNode list(String file, byte[] json) {
        try {
            DefinitionFields root = DefinitionFields.of(JsonReader.strict().read(json), "");
            JsonNode list = root.take("agents");
            root.refuseOthers();
            if (list == null || !list.isArray() || list.isEmpty()) {
                throw new InvalidInputException("agents", "must be a list of at least one agent");
            }
            return list;
        } catch (JsonSyntaxException e) {
            throw new AgentsFileException(file, "must be JSON: " + e.getMessage(), e);
        } catch (InvalidInputException e) {
            throw new AgentsFileException(file, said(e.faults().getFirst()), e);
        }
    }

    private static String said(FieldFault fault) {
        return fault.field().isEmpty() ? fault.problem() : fault.field() + " " + fault.problem();
    }

    private AgentDefinition definition(String file, int position, JsonNode node) {
        String agent = "number " + position;
        try {
            DefinitionFields fields = DefinitionFields.of(node, "");
            String id = fields.id("id", Agents.DEFAULT);
            agent = '"' + id + '"';
            return definition(id, fields);
        } catch (InvalidInputException e) {
            throw fault(file, agent, e);
        }
    }

    private AgentDefinition definition(String id, DefinitionFields fields) {
        String kind = fields.text("kind", "demo");
        if (!kinds.contains(kind)) {
            throw new InvalidInputException("kind", "is not known; known are: " + String.join(", ", kinds));
        }
        return new AgentDefinition(
                id,
                fields.name("name", "Memory Bot"),
                fields.text("description", ""),
                kind,
                fields.text("system_prompt", ""),
                fields.whole("timeout_seconds", Math.min(25, longestTimeout), 1, longestTimeout),
                settings(fields.object("memory")),
                fields.rest());
    }

    private static MemorySettings settings(DefinitionFields memory) {
        MemorySettings usual = MemorySettings.defaults();
        try {
            MemorySettings settings = new MemorySettings(
                    memory.whole("window", usual.window()),
                    memory.whole("max_turns", usual.maxTurns()),
                    memory.whole("relevant_turns", usual.relevantTurns()),
                    memory.whole("token_budget", usual.tokenBudget()),
                    memory.flag("include_summaries", usual.includeSummaries()),
                    memory.whole("summarize_every", usual.summarizeEvery()),
                    memory.text("summarizer", usual.summarizer()),
                    memory.whole("session_minutes", usual.sessionMinutes()),
                    memory.number("archive_after_days"),
                    memory.number("delete_after_days"));
            memory.refuseOthers();
            return settings;
        } catch (InvalidInputException e) {
            throw memory.placed(e);
        }
    }

    private static void checkDefault(String file, Set<String> ids) {
        if (!ids.contains(Agents.DEFAULT)) {
            throw new AgentsFileException(
                    file,
                    "agent \"" + Agents.DEFAULT + "\": id is missing; one agent must have the id \"" + Agents.DEFAULT
                            + "\", it answers where no agent is named",
                    null);
        }
    }

    private static void checkSummarizer(String file, AgentDefinition definition, Set<String> ids) {
        String summarizer = definition.memory().summarizer();
        if (!summarizer.equals(MemorySettings.defaults().summarizer()) && !ids.contains(summarizer)) {
            throw fault(file, definition, "memory.summarizer", "must be \"rules\" or the id of an agent in this file");
        }
    }

    private static AgentsFileException fault(String file, AgentDefinition definition, String field, String problem) {
        return new AgentsFileException(file, '"' + definition.id() + '"', field, problem);
    }

    static AgentsFileException fault(String file, String agent, InvalidInputException e) {
        return new AgentsFileException(
                file, "agent " + agent + ": " + said(e.faults().getFirst()), e);
    }
}
