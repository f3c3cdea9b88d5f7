package dev.danamemory.agents.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.chat.AgentDefinition;
import dev.danamemory.chat.AgentException;
import dev.danamemory.chat.AgentReply;
import dev.danamemory.chat.AgentRequest;
import dev.danamemory.context.AssembledContext;
import dev.danamemory.json.JsonReader;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.model.UserId;
import dev.danamemory.store.Deadline;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A question to an agent; what it asks and knows can be said. */
record Asking(String endpoint, String systemPrompt, String messages, String context, Duration time, Provider provider) {
    /** The user's text and the key, which no message may quote. */
    static final String QUESTION = "What is my cat's name?";

    static final String KEY = "sk-topsecret";
    static final Instant NOW = Instant.parse("2026-11-22T13:00:00.400Z");
    private static final Map<String, String> ENVIRONMENT = Map.of("MODEL_KEY", KEY);

    /** Asks an endpoint as a new conversation would, with the JDK's names. */
    static Asking at(String endpoint) {
        return new Asking(
                endpoint,
                "",
                "[{\"role\": \"user\", \"content\": \"" + QUESTION + "\"}]",
                "{}",
                Duration.ofSeconds(20),
                new Provider(new Exchange(), InetAddress::getAllByName, () -> NOW));
    }

    Asking with(Resolver resolver) {
        return with(new Provider(provider.exchange(), resolver, provider.clock()));
    }

    Asking with(Provider other) {
        return new Asking(endpoint, systemPrompt, messages, context, time, other);
    }

    Asking within(Duration other) {
        return new Asking(endpoint, systemPrompt, messages, context, other, provider);
    }

    Asking withSystemPrompt(String other) {
        return new Asking(endpoint, other, messages, context, time, provider);
    }

    Asking withMessages(String other) {
        return new Asking(endpoint, systemPrompt, other, context, time, provider);
    }

    Asking withContext(String other) {
        return new Asking(endpoint, systemPrompt, messages, other, time, provider);
    }

    /** The answer of an agent that has no key. */
    AgentReply reply() {
        return reply("");
    }

    /** @param keys further keys of the definition, as JSON */
    AgentReply reply(String keys) {
        AgentDefinition definition = definition(keys);
        return new OpenAiAgentKind(
                        name -> Optional.ofNullable(ENVIRONMENT.get(name)), secret -> Optional.empty(), provider)
                .agent(definition)
                .reply(request(definition));
    }

    /** How it fails; never with the key, or a text of the user or the provider. */
    AgentException failure() {
        AgentException failure =
                catchThrowableOfType(AgentException.class, () -> reply(", \"api_key_env\": \"MODEL_KEY\""));
        assertThat(failure).isNotNull();
        for (Throwable told = failure; told != null; told = told.getCause()) {
            assertThat(String.valueOf(told)).doesNotContain(KEY, QUESTION, "cat", FakeProvider.PRIVATE);
        }
        return failure;
    }

    AgentRequest request() {
        return request(definition(""));
    }

    private AgentDefinition definition(String keys) {
        ObjectNode options =
                (ObjectNode) json("{\"endpoint\": \"" + endpoint + "\", \"model\": \"llama3.2\"" + keys + "}");
        return new AgentDefinition(
                "default", "Bot", "", "openai", systemPrompt, 25, MemorySettings.defaults(), options);
    }

    private AgentRequest request(AgentDefinition definition) {
        List<ObjectNode> remembered = new ArrayList<>();
        json(messages).forEach(message -> remembered.add((ObjectNode) message));
        AssembledContext memory =
                new AssembledContext(QUESTION, QUESTION, remembered, List.of(), List.of(), () -> 0, 0, "none", 0);
        return new AgentRequest(
                definition,
                QUESTION,
                memory,
                (ObjectNode) json(context),
                new UserId("ann"),
                "c1",
                "t1",
                Deadline.in(time));
    }

    static JsonNode json(String text) {
        return JsonReader.strict().read(text);
    }
}
