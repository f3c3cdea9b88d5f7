package dev.danamemory.agents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.agents.demo.DemoAgent;
import dev.danamemory.agents.demo.DemoAgentKind;
import dev.danamemory.chat.AgentReply;
import dev.danamemory.chat.Agents;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LateAgentKindTest {
    private final AtomicInteger made = new AtomicInteger();
    private final Map<String, AgentKind> kinds = Map.of(
            "demo", new DemoAgentKind(),
            "late",
                    new LateAgentKind(() -> {
                        int nth = made.incrementAndGet();
                        return definition -> request -> new AgentReply("kind number " + nth, List.of());
                    }));

    private Agents agents(String definitions) {
        return ConfiguredAgents.of(
                "test", ("{\"agents\": [" + definitions + "]}").getBytes(StandardCharsets.UTF_8), kinds, 25);
    }

    @Test
    void aKindThatNobodyDefinesIsNotMade() {
        Agents agents = agents("{}");
        assertThat(agents.agent(agents.find("default").orElseThrow())).isInstanceOf(DemoAgent.class);
        assertThat(made).hasValue(0);
    }

    @Test
    void allAgentsOfAKindShareIt() {
        agents("{\"kind\": \"late\"}, {\"id\": \"b\", \"kind\": \"late\"}");
        assertThat(made).hasValue(1);
    }
}
