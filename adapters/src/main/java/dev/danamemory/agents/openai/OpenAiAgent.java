package dev.danamemory.agents.openai;

import dev.danamemory.chat.Agent;
import dev.danamemory.chat.AgentReply;
import dev.danamemory.chat.AgentRequest;
import dev.danamemory.json.JsonWriter;

/** Answers with a chat completion. */
final class OpenAiAgent implements Agent {
    private final Options options;
    private final Provider provider;

    OpenAiAgent(Options options, Provider provider) {
        this.options = options;
        this.provider = provider;
    }

    @Override
    public AgentReply reply(AgentRequest request) {
        byte[] completion =
                provider.ask(options, JsonWriter.bytes(Prompt.of(options.model(), request)), request.deadline());
        return Completion.read(completion);
    }
}
