package dev.danamemory.chat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.danamemory.chat.AgentException.Kind;
import dev.danamemory.dana.StepJson;
import dev.danamemory.json.Faults;
import dev.danamemory.json.Fields;
import dev.danamemory.json.GivenTree;
import dev.danamemory.json.JsonWriter;
import dev.danamemory.json.Place;
import dev.danamemory.model.Step;
import dev.danamemory.model.Turn;
import dev.danamemory.model.Unicode;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

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

    // an agent is anybody's code: null is no answer either, whatever the types say
    private static AgentReply storable(@Nullable AgentReply reply) {
        String response = reply == null ? null : reply.response();
        if (reply == null || response == null || response.isBlank()) {
            throw failed("the agent's answer is empty");
        }
        if (!Unicode.isWellFormed(response)) {
            throw failed("the agent's answer is not well-formed text");
        }
        if (Unicode.utf8Length(response) > Turn.LONGEST_TEXT) {
            throw failed("the agent's answer is over 256 KiB");
        }
        requireStorable(reply.steps());
        return reply;
    }

    private static void requireStorable(List<Step> steps) {
        int bytes;
        try {
            ArrayNode written = StepJson.answer(steps);
            bytes = JsonWriter.bytes(written).length;
            if (bytes <= Turn.LONGEST_TEXT) {
                requireReadable(written);
            }
        } catch (RuntimeException notStorable) {
            // it may quote what the agent did for the user, so it is no part of the message
            throw new AgentException(Kind.FAILED, "the agent's steps are not well-formed", null, notStorable);
        }
        if (bytes > Turn.LONGEST_TEXT) {
            throw failed("the agent's steps are over 256 KiB");
        }
    }

    // by the very rules for steps that callers post
    private static void requireReadable(ArrayNode steps) {
        Faults faults = new Faults();
        ObjectNode turn = JsonNodeFactory.instance.objectNode();
        turn.set("steps", steps);
        StepJson.read(Fields.ofRequest(GivenTree.read("turn", turn), Place.root(), faults)
                .orElseThrow());
        faults.throwIfAny();
    }

    private static AgentException failed(String message) {
        return new AgentException(Kind.FAILED, message);
    }
}
