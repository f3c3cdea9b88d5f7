package dev.danamemory.chat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.blob.disk.FileStoreSpec;
import dev.danamemory.context.ContextAssembler;
import dev.danamemory.context.WindowRelevantTurns;
import dev.danamemory.model.ConversationKey;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.NewIds;
import dev.danamemory.model.Turn;
import dev.danamemory.search.SampleTurns;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.NewConversation;
import dev.danamemory.store.contract.Bench;
import dev.danamemory.summary.RulesSummariser;
import dev.danamemory.summary.Summariser;
import dev.danamemory.tokens.JtokkitTokenCounter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who summarises, and what an agent that does is asked. */
class AgentSummariserTest {
    private static final Turn OVEN = SampleTurns.turn(1, "The oven broke on Monday.", "Ms Rossi repairs ovens.");
    private static final Turn FAILED =
            SampleTurns.turn(2, "Confidential", "", dev.danamemory.model.TurnStatus.FAILED, List.of());

    private final Bench bench = new Bench(new FileStoreSpec());
    private final ConversationKey key = bench.key();
    private final List<AgentRequest> asked = new ArrayList<>();

    @AfterEach
    void close() {
        bench.close();
    }

    private static AgentDefinition definition(String id, String summarizer) {
        return new AgentDefinition(
                id,
                id,
                "",
                "test",
                "",
                1,
                new MemorySettings(20, 5, 3, 2000, true, 20, summarizer, 30, null, null),
                JsonNodeFactory.instance.objectNode());
    }

    private Agents agents(Agent writer) {
        return new Agents() {
            @Override
            public List<AgentDefinition> definitions() {
                return List.of(
                        definition("default", "rules"),
                        definition("talker", "writer"),
                        definition("lost", "nobody"),
                        definition("writer", "rules"));
            }

            @Override
            public Agent agent(AgentDefinition definition) {
                assertThat(definition.id()).isEqualTo("writer");
                return request -> {
                    asked.add(request);
                    return writer.reply(request);
                };
            }
        };
    }

    private Summariser of(String agentId, Agent writer) {
        Conversation conversation = bench.store()
                .load(key, 1)
                .orElseGet(() -> bench.create(
                        key, new NewConversation(agentId, null, null, JsonNodeFactory.instance.objectNode())));
        return new Summarisers(
                        agents(writer),
                        new ContextAssembler(new JtokkitTokenCounter(), new WindowRelevantTurns()),
                        new NewIds(new Random(1)))
                .of(conversation, Deadline.in(Duration.ofSeconds(20)));
    }

    private static AgentReply reply(String text) {
        return new AgentReply(text, List.of());
    }

    @Test
    void rulesAreTheRule() {
        assertThat(of("default", request -> reply("x"))).isInstanceOf(RulesSummariser.class);
        assertThat(asked).isEmpty();
    }

    @Test
    void aConversationWhoseAgentIsGoneIsSummarisedByRules() {
        assertThat(of("gone", request -> reply("x"))).isInstanceOf(RulesSummariser.class);
    }

    @Test
    void anAgentIsHandedTheTurnsAndNoMemory() {
        assertThat(of("talker", request -> reply(" The oven broke. \n")).summarise(List.of(OVEN, FAILED)))
                .isEqualTo("The oven broke.");
        AgentRequest request = asked.getFirst();
        assertThat(request.agent().id()).isEqualTo("writer");
        assertThat(request.user()).isEqualTo(key.user());
        assertThat(request.conversationId()).isEqualTo(key.conversationId());
        assertThat(request.message())
                .endsWith(
                        "[2026-11-01] User: The oven broke on Monday.\n[2026-11-01] Assistant: Ms Rossi repairs ovens.")
                .doesNotContain("Confidential");
        assertThat(request.memory().turns()).isEmpty();
        assertThat(request.memory().messages()).hasSize(1);
        assertThat(request.deadline().left()).isLessThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void longTextsAreCutInTheirMiddle() {
        List<Turn> turns = new ArrayList<>(List.of(OVEN));
        for (int number = 2; number < 9; number++) {
            turns.add(SampleTurns.turn(number, "begin " + "😀".repeat(60_000) + " end", ""));
        }
        of("talker", request -> reply("ok")).summarise(turns);
        String message = asked.getFirst().message();
        assertThat(message.length()).isBetween(60_000, 70_000);
        assertThat(message)
                .contains("The oven broke on Monday.")
                .contains("begin 😀")
                .contains("😀…😀")
                .endsWith("😀 end");
    }

    @Test
    void nobodyIsAskedWhereNothingWasSaid() {
        assertThat(of("talker", request -> reply("x")).summarise(List.of(FAILED, SampleTurns.turn(3, " ", ""))))
                .isEmpty();
        assertThat(asked).isEmpty();
    }

    @Test
    void anAgentThatFailsSaysSo() {
        assertThatThrownBy(() -> of("talker", request -> reply(" ")).summarise(List.of(OVEN)))
                .isInstanceOfSatisfying(
                        AgentException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(AgentException.Kind.FAILED));
    }

    @Test
    void anAgentThatIsNotDefinedAnyMoreFails() {
        assertThatThrownBy(() -> of("lost", request -> reply("x")).summarise(List.of(OVEN)))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("not defined");
    }
}
