package dev.danamemory.agents.openai;

import dev.danamemory.chat.AgentException;
import dev.danamemory.chat.AgentException.Kind;
import dev.danamemory.store.Deadline;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;

/**
 * Who answers for agents of this kind. A broken connection and a 5xx are tried once more: a kept connection is often dead
 * when a function wakes up, and providers say of 5xx that trying again is right.
 */
record Provider(Exchange exchange, Resolver resolver, InstantSource clock) {
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;

    /**
     * The body of the provider's answer.
     *
     * @param request as JSON
     * @throws AgentException when there is none
     */
    byte[] ask(Options options, byte[] request, Deadline deadline) {
        HttpRequest post = post(options, request);
        requireAllowed(options.endpoint());
        Outcome first = exchange.send(post, deadline);
        if (isWorthAnother(first) && deadline.left().compareTo(PAUSE) > 0) {
            pause();
            return body(exchange.send(post, deadline));
        }
        return body(first);
    }

    private static HttpRequest post(Options options, byte[] request) {
        HttpRequest.Builder post = HttpRequest.newBuilder(options.endpoint().chatCompletions())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .header("User-Agent", "dana-memory")
                .POST(BodyPublishers.ofByteArray(request));
        options.authorization().ifPresent(value -> post.header("Authorization", value));
        return post.build();
    }

    private void requireAllowed(Endpoint endpoint) {
        try {
            if (!endpoint.isAllowed(resolver)) {
                throw new AgentException(Kind.FAILED, "the agent's endpoint leads to an address that is not allowed");
            }
        } catch (UnknownHostException e) {
            throw new AgentException(Kind.FAILED, "the host of the agent's endpoint is not known");
        }
    }

    private static boolean isWorthAnother(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> answered.response().statusCode() >= SERVER_ERROR;
            case Outcome.Broken broken -> true;
        };
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AgentException(Kind.TIMEOUT, "waiting for the agent's provider was broken off", null, e);
        }
    }

    private byte[] body(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered answered -> body(answered.response());
            case Outcome.Broken broken -> throw new AgentException(Kind.FAILED, broken.problem());
        };
    }

    private byte[] body(HttpResponse<byte[]> answer) {
        int status = answer.statusCode();
        if (status / 100 == 2) {
            return answer.body();
        }
        if (status == TOO_MANY_REQUESTS) {
            Duration wait = answer.headers()
                    .firstValue("Retry-After")
                    .flatMap(header -> RetryAfter.read(header, clock))
                    .orElse(null);
            throw new AgentException(Kind.THROTTLED, "the agent's provider throttles", wait, null);
        }
        String redirect = status / 100 == 3 ? ", a redirect, which is not followed" : "";
        throw new AgentException(Kind.FAILED, "the agent's provider answered " + status + redirect);
    }
}
