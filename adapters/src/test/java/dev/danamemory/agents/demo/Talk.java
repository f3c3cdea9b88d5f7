package dev.danamemory.agents.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.chat.AgentReply;
import dev.danamemory.chat.AgentRequest;
import dev.danamemory.context.AssembledContext;
import dev.danamemory.context.ContextTurn;
import dev.danamemory.context.ContextTurn.Reason;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.Summary;
import dev.danamemory.model.Turn;
import dev.danamemory.model.TurnStatus;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A conversation with the demo agent, whose every turn is remembered; the days of November 2026 are the turns' numbers. */
final class Talk {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final DemoAgentKind KIND = new DemoAgentKind();

    private final AgentDefinition definition;
    private final Agent agent;
    private final List<ContextTurn> turns = new ArrayList<>();
    private final List<Summary> summaries = new ArrayList<>();

    Talk() {
        this("Memory Bot");
    }

    Talk(String name) {
        definition =
                new AgentDefinition("default", name, "", "demo", "", 25, MemorySettings.defaults(), NODES.objectNode());
        agent = KIND.agent(definition);
    }

    /** Says something, remembers the turn and gives the answer. */
    String say(String message) {
        String answer = ask(message);
        remember(message, answer, Reason.RECENT);
        return answer;
    }

    /** Says something that is not remembered. */
    String ask(String message) {
        AgentReply reply = agent.reply(new AgentRequest(
                definition,
                message,
                memory(message),
                NODES.objectNode(),
                new UserId("local"),
                "c1",
                "t1",
                Deadline.in(Duration.ofMinutes(1))));
        return reply.response();
    }

    Talk remember(String userInput, String answer, Reason reason) {
        long number = turns.size() + 1L;
        String timestamp = "2026-11-%02dT13:00:00.123456Z".formatted(Math.min(number, 30));
        turns.add(new ContextTurn(turn(number, userInput, answer, timestamp), reason, () -> 1, false));
        return this;
    }

    Talk remember(String userInput) {
        return remember(userInput, "Noted.", Reason.RECENT);
    }

    Talk rememberAt(String timestamp, String userInput) {
        turns.add(new ContextTurn(turn(turns.size() + 1L, userInput, "", timestamp), Reason.RECENT, () -> 1, false));
        return this;
    }

    Talk summary(String content, @Nullable Long start, @Nullable Long end, @Nullable String from, @Nullable String to) {
        summaries.add(new Summary("s", null, content, 2, start, end, from, to, Map.of()));
        return this;
    }

    private static Turn turn(long number, String userInput, String answer, String timestamp) {
        return new Turn(
                "t" + number,
                number,
                userInput,
                answer,
                timestamp,
                NODES.objectNode(),
                TurnStatus.COMPLETE,
                null,
                null,
                null,
                List.of(),
                List.of(),
                Map.of());
    }

    // relevant turns stand first, as the assembler puts them
    private AssembledContext memory(String query) {
        List<ContextTurn> shown = new ArrayList<>(
                turns.stream().filter(turn -> turn.reason() == Reason.RELEVANT).toList());
        turns.stream().filter(turn -> turn.reason() == Reason.RECENT).forEach(shown::add);
        return new AssembledContext(query, query, List.of(), shown, summaries, () -> 0, 0, "none", turns.size());
    }
}
