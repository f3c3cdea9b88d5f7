package dev.danamemory.chat;

import dev.danamemory.chat.AgentException.Kind;
import dev.danamemory.dana.StepJson;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.model.Turn;
import dev.danamemory.model.Unicode;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks an agent, gives up when its time is over, and refuses answers that could not be stored. */
final class AgentRunner {
    /**
     * Asks the agent on a thread of its own, which is interrupted when the time is over.
     *
     * @throws AgentException when there is no answer that can be stored
     */
    AgentReply ask(Agent agent, AgentRequest request) {
        FutureTask<AgentReply> asked = new FutureTask<>(() -> agent.reply(request));
        Thread thread = Thread.ofVirtual().name("agent").start(asked);
        try {
            long left = Math.max(0, request.deadline().left().toNanos());
            return storable(asked.get(left, TimeUnit.NANOSECONDS));
        } catch (TimeoutException | CancellationException e) {
            thread.interrupt();
            throw new AgentException(Kind.TIMEOUT, "the agent did not answer in time", null, e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AgentException failure) {
                throw failure;
            }
            throw new AgentException(Kind.FAILED, "the agent failed", null, e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new AgentException(Kind.TIMEOUT, "waiting for the agent was broken off", null, e);
        }
    }

    private static AgentReply storable(AgentReply reply) {
        String response = reply.response();
        if (response.isBlank()) {
            throw new AgentException(Kind.FAILED, "the agent's answer is empty");
        }
        if (!Unicode.isWellFormed(response)) {
            throw new AgentException(Kind.FAILED, "the agent's answer is not well-formed text");
        }
        if (Unicode.utf8Length(response) > Turn.LONGEST_TEXT) {
            throw new AgentException(Kind.FAILED, "the agent's answer is over 256 KiB");
        }
        if (stepBytes(reply) > Turn.LONGEST_TEXT) {
            throw new AgentException(Kind.FAILED, "the agent's steps are over 256 KiB");
        }
        return reply;
    }

    private static int stepBytes(AgentReply reply) {
        return JsonWriter.bytes(StepJson.answer(reply.steps())).length;
    }
}
