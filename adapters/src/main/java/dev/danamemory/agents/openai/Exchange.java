package dev.danamemory.agents.openai;

import dev.danamemory.chat.AgentException;
import dev.danamemory.chat.AgentException.Kind;
import dev.danamemory.store.Deadline;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Exchanges over HTTP/1.1, straight to the endpoint: redirects are not followed and no proxy is asked, which would
 * resolve names by itself. The JDK's messages quote what the provider sent, so none of them goes on. Safe for several
 * threads.
 */
final class Exchange {
    private final Executor executor;
    private @Nullable HttpClient client;

    Exchange() {
        this(Executors.newVirtualThreadPerTaskExecutor());
    }

    /** @param executor runs what the client does besides waiting for the network */
    Exchange(Executor executor) {
        this.executor = executor;
    }

    // made when first needed: it takes a cold start too long for a process that has other agents
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(Version.HTTP_1_1)
                    .followRedirects(Redirect.NEVER)
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .executor(executor)
                    .build();
        }
        return client;
    }

    /**
     * Sends a request and waits for the whole answer. Whoever interrupts the waiting thread ends the exchange.
     *
     * @throws AgentException when time is over, or trying again can't help
     */
    Outcome send(HttpRequest request, Deadline deadline) {
        CompletableFuture<HttpResponse<byte[]>> answer = client().sendAsync(request, BoundedBody::of);
        try {
            return new Outcome.Answered(answer.get(Math.max(0, deadline.left().toNanos()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new AgentException(Kind.TIMEOUT, "the agent's provider did not answer in time", null, e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new AgentException(Kind.TIMEOUT, "waiting for the agent's provider was broken off", null, e);
        } catch (ExecutionException e) {
            return broken(e.getCause());
        }
    }

    private static Outcome broken(@Nullable Throwable cause) {
        return switch (cause) {
            case AnswerTooLargeException tooLarge ->
                throw new AgentException(
                        Kind.FAILED, "the answer of the agent's provider is over 1 MiB", null, tooLarge);
            case SSLException notSecure ->
                throw new AgentException(Kind.FAILED, "there is no secure connection to the agent's provider");
            case ConnectException noConnection -> new Outcome.Broken("the agent's provider cannot be reached");
            case IOException brokenOff -> new Outcome.Broken("the agent's provider broke off the connection");
            case null, default -> throw new AgentException(Kind.FAILED, "the agent's provider could not be asked");
        };
    }
}
