package dev.danamemory.agents.demo;

import dev.danamemory.agents.AgentKind;
import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.model.InvalidInputException;
import java.util.Iterator;

/** The kind {@value #NAME}: needs no key, no network and no options. */
public final class DemoAgentKind implements AgentKind {
    /** What definitions call it. */
    public static final String NAME = "demo";

    private final Lexicon lexicon = new Lexicon();

    @Override
    public Agent agent(AgentDefinition definition) {
        Iterator<String> options = definition.options().fieldNames();
        if (options.hasNext()) {
            throw new InvalidInputException(options.next(), "is not known to agents of kind " + NAME);
        }
        return new DemoAgent(definition.name(), lexicon);
    }
}
