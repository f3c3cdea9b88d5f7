package dev.danamemory.context;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.model.Turn;
import java.util.List;

/** The content of a context as messages: notes and the oldest recent turn first, the query last. */
final class ContextMessages {
    private ContextMessages() {}

    static List<ObjectNode> of(Selection shown, ContextRequest request, MemoryView view) {
        ChatMessages messages = new ChatMessages();
        String notes = MemoryNotes.of(shown, request, view);
        if (!notes.isEmpty()) {
            messages.say(ChatMessages.USER, notes);
        }
        for (Turn turn : shown.recent()) {
            // an answer of blanks alone is refused by some APIs as much as an empty one
            messages.say(ChatMessages.USER, turn.userInput().isBlank() ? "" : turn.userInput());
            if (request.includeSteps()) {
                StepMessages.add(turn.steps(), messages);
            }
            messages.say(ChatMessages.ASSISTANT, turn.agentResponse().isBlank() ? "" : turn.agentResponse());
        }
        messages.say(ChatMessages.USER, request.query());
        return messages.all();
    }
}
