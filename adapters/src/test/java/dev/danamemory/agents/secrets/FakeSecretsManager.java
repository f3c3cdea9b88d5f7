package dev.danamemory.agents.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** AWS Secrets Manager's {@code GetSecretValue} on loopback, in the words of the real one; it can be told to fail first. */
final class FakeSecretsManager implements AutoCloseable {
    private static final String ARN = "arn:aws:secretsmanager:eu-central-1:123456789012:secret:";

    /** What was asked. */
    record Asked(String target, String authorization, String secretId) {}

    private record Failure(int status, String type) {}

    private final HttpServer server;
    private final Map<String, String> secrets = new HashMap<>();
    private final Deque<Failure> failures = new ArrayDeque<>();
    private final List<Asked> asked = new ArrayList<>();

    FakeSecretsManager() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** @param member the answer's member that holds it: {@code SecretString}, or {@code SecretBinary} in base64 */
    FakeSecretsManager keep(String name, String member, String value) {
        secrets.put(name, '"' + member + "\": " + JsonWriter.text(JsonNodeFactory.instance.textNode(value)));
        return this;
    }

    FakeSecretsManager keep(String name, String text) {
        return keep(name, "SecretString", text);
    }

    FakeSecretsManager failOnce(int status, String type) {
        failures.add(new Failure(status, type));
        return this;
    }

    List<Asked> asked() {
        return asked;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            JsonNode body = JsonReader.strict().read(exchange.getRequestBody().readAllBytes());
            Headers headers = exchange.getRequestHeaders();
            String id = body.path("SecretId").asText();
            asked.add(new Asked(headers.getFirst("X-Amz-Target"), headers.getFirst("Authorization"), id));
            Failure failure = failures.poll();
            String name = id.startsWith(ARN) ? id.substring(ARN.length(), id.length() - 7) : id;
            if (failure != null) {
                send(exchange, failure.status(), fault(failure.type(), "as the test wants it"));
            } else if (secrets.containsKey(name)) {
                send(exchange, 200, found(name));
            } else {
                send(exchange, 400, fault("ResourceNotFoundException", "can't find the specified secret."));
            }
        }
    }

    private String found(String name) {
        return "{\"ARN\": \"" + ARN + name + "-a1b2c3\", \"CreatedDate\": 1.7952E9, \"Name\": \"" + name
                + "\", \"VersionId\": \"0f5c\", \"VersionStages\": [\"AWSCURRENT\"], " + secrets.get(name) + "}";
    }

    private static String fault(String type, String message) {
        return "{\"__type\": \"" + type + "\", \"Message\": \"Secrets Manager " + message + "\"}";
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
        exchange.getResponseHeaders().set("x-amzn-RequestId", "00000000-0000-0000-0000-000000000000");
        byte[] body = json.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
