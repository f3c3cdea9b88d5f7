package dev.danamemory.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.danamemory.functions.http.PercentCoding;
import dev.danamemory.json.JsonReader;
import dev.danamemory.json.JsonWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** {@code dana-memory serve} as a process of its own, and a client for it. */
final class ServerProcess implements AutoCloseable {
    private final ChildProcess process;
    private final URI base;
    private final HttpClient client = HttpClient.newHttpClient();

    private ServerProcess(ChildProcess process, int port) {
        this.process = process;
        this.base = URI.create("http://127.0.0.1:" + port);
    }

    static ServerProcess start(Path data, Map<String, String> environment) throws IOException {
        ChildProcess process =
                ChildProcess.start(Main.class, environment, "serve", "--port", "0", "--data", data.toString());
        try {
            return new ServerProcess(process, process.port());
        } catch (IOException e) {
            process.close();
            throw e;
        }
    }

    static ServerProcess start(Path data) throws IOException {
        return start(data, Map.of());
    }

    record Reply(int status, String body) {
        JsonNode json() {
            return JsonReader.strict().read(body);
        }
    }

    ChildProcess process() {
        return process;
    }

    Reply ask(String method, String target, String user, byte[] body) throws IOException, InterruptedException {
        return send(request(method, target, user, body));
    }

    private HttpRequest.Builder request(String method, String target, String user, byte[] body) {
        return HttpRequest.newBuilder(base.resolve(target))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + PercentCoding.encode(user))
                .header("Content-Type", "application/json")
                .method(method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    }

    private Reply send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), BodyHandlers.ofString());
        return new Reply(response.statusCode(), response.body());
    }

    Reply get(String target) throws IOException, InterruptedException {
        return ask("GET", target, "local", new byte[0]);
    }

    Reply post(String target, JsonNode body) throws IOException, InterruptedException {
        return ask("POST", target, "local", JsonWriter.bytes(body));
    }

    Reply post(String target, JsonNode body, String idempotencyKey) throws IOException, InterruptedException {
        return send(request("POST", target, "local", JsonWriter.bytes(body)).header("Idempotency-Key", idempotencyKey));
    }

    Reply delete(String target) throws IOException, InterruptedException {
        return ask("DELETE", target, "local", new byte[0]);
    }

    /** A message of user {@code local}; without a conversation it begins one. */
    Reply chat(String conversationId, String message) throws IOException, InterruptedException {
        var body = JsonNodeFactory.instance.objectNode().put("message", message);
        return post("/chat", conversationId.isEmpty() ? body : body.put("conversation_id", conversationId));
    }

    /** SIGTERM, and its exit code. */
    int stop() throws InterruptedException, IOException {
        process.terminate();
        return process.exitCode();
    }

    @Override
    public void close() {
        client.shutdownNow();
        process.close();
    }
}
