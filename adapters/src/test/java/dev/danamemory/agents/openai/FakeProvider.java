package dev.danamemory.agents.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A chat-completions endpoint on loopback that answers what it is told and keeps what it was sent. */
final class FakeProvider implements AutoCloseable {
    /** Stands in every body but the answers'; no message may quote it. */
    static final String PRIVATE = "(private)";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();

    /** A request that came in. */
    record Received(String method, String path, Headers headers, JsonNode body) {}

    private record Answer(int status, Map<String, String> headers, String body) {}

    FakeProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /** A completion as the API documents it. */
    static String completion(String content) {
        return completion(JsonNodeFactory.instance.objectNode().put("content", content), "stop");
    }

    static String completion(ObjectNode message, String ending) {
        ObjectNode completion = (ObjectNode) Asking.json("""
                {"id": "chatcmpl-B9MBs8", "object": "chat.completion", "created": 1741569952, "model": "llama3.2",
                 "choices": [{"index": 0, "message": {"role": "assistant", "content": null, "refusal": null,
                   "annotations": []}, "logprobs": null, "finish_reason": "stop"}],
                 "usage": {"prompt_tokens": 19, "completion_tokens": 10, "total_tokens": 29}}""");
        ObjectNode choice = (ObjectNode) completion.get("choices").get(0);
        ((ObjectNode) choice.get("message")).setAll(message);
        choice.put("finish_reason", ending);
        return JsonWriter.text(completion);
    }

    FakeProvider says(String content) {
        return answers(200, completion(content));
    }

    FakeProvider answers(int status, String body) {
        return answers(status, Map.of(), body);
    }

    /** The next request is answered so; each answer is given once. */
    FakeProvider answers(int status, Map<String, String> headers, String body) {
        answers.add(new Answer(status, headers, body));
        return this;
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/v1";
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** What was sent, in order. */
    List<Received> received() {
        return received;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            received.add(new Received(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    exchange.getRequestHeaders(),
                    JsonReader.strict().read(exchange.getRequestBody().readAllBytes())));
            Answer answer = answers.remove();
            answer.headers().forEach(exchange.getResponseHeaders()::add);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
