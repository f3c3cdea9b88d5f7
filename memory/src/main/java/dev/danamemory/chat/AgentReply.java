package dev.danamemory.chat;

import dev.danamemory.model.Step;
import java.util.List;

/**
 * An agent's answer.
 *
 * @param response not blank
 * @param steps what it did on the way, in order
 */
public record AgentReply(String response, List<Step> steps) {
    public AgentReply {
        steps = List.copyOf(steps);
    }
}
