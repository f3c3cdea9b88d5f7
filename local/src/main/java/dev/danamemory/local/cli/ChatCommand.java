package dev.danamemory.local.cli;

import dev.danamemory.model.Ids;
import dev.danamemory.model.UserId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One message, or a dialogue. */
@Command(
        name = "chat",
        description = "Talk to an agent that remembers: one message, or without one a dialogue.",
        mixinStandardHelpOptions = true)
final class ChatCommand implements Callable<Integer> {
    private final CommandContext context;

    @Parameters(
            arity = "0..*",
            paramLabel = "MESSAGE",
            description = "What to say; the answer goes to standard output.")
    private List<String> words = new ArrayList<>();

    @Option(names = "--new", description = "Begin a new conversation (else the last one goes on).")
    private boolean isNew;

    @Option(names = "--conversation", paramLabel = "ID", description = "Go on with this conversation.")
    private @Nullable String conversationId;

    @Option(names = "--agent", paramLabel = "ID", description = "Who answers (default: the conversation's agent).")
    private @Nullable String agentId;

    @Mixin
    private UserOption userOption = new UserOption();

    @Mixin
    private StoreOptions storeOptions = new StoreOptions();

    ChatCommand(CommandContext context) {
        this.context = context;
    }

    @Override
    public Integer call() throws IOException {
        String message = String.join(" ", words);
        if (!words.isEmpty() && message.isBlank()) {
            throw CommandFailure.usage("The message is blank. Without any message, chat is a dialogue.");
        }
        ChatSession session = session();
        if (words.isEmpty()) {
            return new Dialogue(session, context.terminal()).run().number();
        }
        ExitCode outcome = session.send(message);
        session.conversationId().ifPresent(id -> context.terminal().note("(conversation " + id + ")"));
        return outcome.number();
    }

    private ChatSession session() throws IOException {
        if (isNew && conversationId != null) {
            throw CommandFailure.usage(
                    "--new begins a conversation and --conversation goes on with one: give one of them.");
        }
        if (conversationId != null && !Ids.isId(conversationId)) {
            throw CommandFailure.usage(
                    "--conversation needs an id: 1 to 128 letters, digits and ._~- after a letter or digit.");
        }
        UserId user = userOption.user();
        StoreChoice choice = storeOptions.choice(context.environment());
        ChatSession session = new ChatSession(
                context.client(choice, user), context.terminal(), new LastConversation(choice, user), agentId);
        if (conversationId != null) {
            session.continueWith(conversationId);
        } else if (!isNew) {
            session.continueLast();
        }
        return session;
    }
}
