package dev.danamemory.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;

/** Lambda's Runtime API on loopback, for one process: hands out events and takes what becomes of them. */
public final class RuntimeApi implements AutoCloseable {
    private static final String BASE = "/2018-06-01/runtime/";
    private static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:e2e";

    private record Invocation(String id, ByteBuffer event, Instant deadline) {}

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Outcome>> open = new ConcurrentHashMap<>();
    private final CompletableFuture<String> initError = new CompletableFuture<>();
    private final AtomicReference<Runnable> whenStarted = new AtomicReference<>(() -> {});

    public RuntimeApi() throws IOException {
        // or every answer would wait for the client's delayed acknowledgement
        System.setProperty("sun.net.httpserver.nodelay", "true");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(BASE, this::serve);
        server.start();
    }

    /** As {@code AWS_LAMBDA_RUNTIME_API} has it. */
    String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Hands an event to the process. */
    CompletableFuture<Outcome> deliver(byte[] event, Instant deadline) {
        Invocation invocation = new Invocation(UUID.randomUUID().toString(), ByteBuffer.wrap(event), deadline);
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        open.put(invocation.id(), outcome);
        waiting.add(invocation);
        return outcome;
    }

    /**
     * Does this when the process has started: before it gets its first event, or is told that a snapshot of it was
     * restored.
     */
    public void whenStarted(Runnable action) {
        whenStarted.set(action);
    }

    /** What the runtime told of a start that failed. */
    CompletableFuture<String> initError() {
        return initError;
    }

    private void serve(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path =
                    exchange.getRequestURI().getPath().substring(BASE.length()).split("/");
            byte[] body = exchange.getRequestBody().readAllBytes();
            switch (path[path.length - 1]) {
                case "next" -> next(exchange, path[0]);
                case "response" -> taken(exchange, path[1], new Outcome.Answered(new String(body, UTF_8)));
                case "error" -> failed(exchange, path, new String(body, UTF_8));
                default -> exchange.sendResponseHeaders(404, -1);
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange, String what) throws IOException, InterruptedException {
        whenStarted.getAndSet(() -> {}).run();
        if (what.equals("restore")) {
            // as if the process were a copy of a snapshot already
            exchange.sendResponseHeaders(200, -1);
            return;
        }
        Invocation invocation = waiting.take();
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
        headers.set(
                "Lambda-Runtime-Deadline-Ms",
                Long.toString(invocation.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", ARN);
        headers.set("Lambda-Runtime-Trace-Id", "Root=1-6741f6a0-0a1b2c3d4e5f60718293a4b5;Sampled=0");
        headers.set("Content-Type", "application/json");
        byte[] event = invocation.event().array();
        exchange.sendResponseHeaders(200, event.length == 0 ? -1 : event.length);
        if (event.length > 0) {
            exchange.getResponseBody().write(event);
        }
    }

    private void failed(HttpExchange exchange, String[] path, String error) throws IOException {
        if (path[0].equals("init")) {
            initError.complete(error);
            exchange.sendResponseHeaders(202, -1);
        } else {
            taken(exchange, path[1], new Outcome.Failed(error));
        }
    }

    private void taken(HttpExchange exchange, String id, Outcome outcome) throws IOException {
        exchange.sendResponseHeaders(202, -1);
        open.remove(id).complete(outcome);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
