package dev.danamemory.agents;

import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentDefinition;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A kind that is made for the first definition of it: a cold start without one is spared what it loads. */
public final class LateAgentKind implements AgentKind {
    private final Supplier<AgentKind> maker;
    private @Nullable AgentKind made;

    /** @param maker asked once at most */
    public LateAgentKind(Supplier<AgentKind> maker) {
        this.maker = maker;
    }

    @Override
    public Agent agent(AgentDefinition definition) {
        return kind().agent(definition);
    }

    private synchronized AgentKind kind() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }
}
