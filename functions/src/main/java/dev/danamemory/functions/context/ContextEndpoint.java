package dev.danamemory.functions.context;

import dev.danamemory.chat.MemoryOverrides;
import dev.danamemory.context.AssembledContext;
import dev.danamemory.context.ContextRequest;
import dev.danamemory.context.ContextTooLargeException;
import dev.danamemory.context.MemoryView;
import dev.danamemory.context.QueryTooLargeException;
import dev.danamemory.functions.Ports;
import dev.danamemory.functions.http.Answer;
import dev.danamemory.functions.http.Endpoint;
import dev.danamemory.functions.http.Input;
import dev.danamemory.functions.http.Overrides;
import dev.danamemory.functions.http.Problem;
import dev.danamemory.functions.http.ProblemException;
import dev.danamemory.functions.http.Request;
import dev.danamemory.functions.view.ContextView;
import dev.danamemory.model.MemorySettings;
import dev.danamemory.store.Conversation;
import dev.danamemory.store.ConversationStore;
import org.jspecify.annotations.Nullable;

/** {@code GET} and {@code POST /conversations/{id}/context}: what the agent would be given. */
record ContextEndpoint(Ports ports) implements Endpoint {
    private static final int LONGEST_QUERY = 2 * 1024 * 1024;
    // its own rule, which the fault tells, is narrower
    private static final int LONGEST_TASK_TYPE = 2_048;

    private record Question(
            String query,
            MemoryOverrides overrides,
            @Nullable String taskType,
            boolean includeSteps) {
        static Question read(Input input) {
            Boolean includeSteps = input.flag("include_steps");
            Question question = new Question(
                    input.requiredText("query", LONGEST_QUERY),
                    Overrides.of(input),
                    taskType(input),
                    includeSteps != null && includeSteps);
            input.check();
            return question;
        }

        private static @Nullable String taskType(Input input) {
            String taskType = input.text("task_type", LONGEST_TASK_TYPE);
            if (taskType != null && !ContextRequest.isTaskType(taskType)) {
                input.fault("task_type", "must be 1 to 64 letters, digits, blanks, _ and -");
            }
            return taskType;
        }
    }

    @Override
    public Answer answer(Request request) {
        Question question = Question.read(request.input());
        ConversationStore store = ports.storeFor(request);
        Conversation conversation = store.load(
                        request.conversation(), ports.agents().settingsOf(null).window())
                .orElseThrow(() -> new ProblemException(Problem.noConversation()));
        MemorySettings settings =
                ports.agents().settingsOf(conversation.header().agentId());
        MemoryView memory = MemoryView.of(conversation, store.newest(conversation, settings.window()), settings);
        ContextRequest asked =
                question.overrides().over(settings, question.query(), question.taskType(), question.includeSteps());
        AssembledContext context = assemble(memory, asked);
        request.measures().contextTokens(context.tokens().getAsInt());
        return Answer.ok(ContextView.of(request.conversation().conversationId(), context));
    }

    private AssembledContext assemble(MemoryView memory, ContextRequest asked) {
        try {
            return ports.assembler().assemble(memory, asked);
        } catch (QueryTooLargeException tooLarge) {
            throw new ProblemException(Problem.invalid("query", problemOf(tooLarge)));
        } catch (ContextTooLargeException tooLarge) {
            throw new ProblemException(Problem.invalid(
                    "token_budget", "must be given, or max_turns be smaller: the context is over 4 MiB"));
        }
    }

    private static String problemOf(QueryTooLargeException tooLarge) {
        return tooLarge.fitsAlone()
                ? "and the newest turn do not fit into token_budget together, even with the turn cut; raise"
                        + " token_budget to at least " + tooLarge.needed()
                        + ", shorten the query or ask for max_turns 0"
                : "does not fit into token_budget alone; shorten it or raise token_budget to at least "
                        + tooLarge.needed();
    }
}
