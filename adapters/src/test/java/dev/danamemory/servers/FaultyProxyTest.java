package dev.danamemory.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FaultyProxyTest {
    private final List<String> done = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private FaultyProxy proxy;
    private HttpClient client;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        proxy = FaultyProxy.before(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
        client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    @AfterEach
    void stop() {
        client.close();
        proxy.close();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        done.add(body);
        // a length of 0 makes the answer chunked
        exchange.sendResponseHeaders(200, body.length() % 2 == 0 ? 0 : body.length());
        exchange.getResponseBody().write(body.getBytes(UTF_8));
        exchange.close();
    }

    @Test
    void whatPassesIsUnchanged() throws Exception {
        assertThat(post("odd").body()).isEqualTo("odd");
        assertThat(post("even").body()).isEqualTo("even");
        assertThat(post("").body()).isEmpty();
        assertThat(proxy.requests()).isEqualTo(3);
        assertThat(proxy.faulted()).isZero();
    }

    @Test
    void theAnswerOfEveryNthRequestIsLostAfterItWasDone() throws Exception {
        proxy.faults(ProxyFaults.losingEvery(3));

        post("1");
        post("2");
        assertThatThrownBy(() -> post("3")).isInstanceOf(IOException.class);
        post("4");

        assertThat(done).containsExactly("1", "2", "3", "4");
        assertThat(proxy.faulted()).isEqualTo(1);
    }

    @Test
    void somethingCanHappenBeforeAnAnswerIsLost() {
        proxy.faults(request -> new ProxyFault.LoseAnswer(() -> done.add("meanwhile")));

        assertThatThrownBy(() -> post("1")).isInstanceOf(IOException.class);

        assertThat(done).containsExactly("1", "meanwhile");
    }

    @Test
    void aRefusedRequestIsNotDone() throws Exception {
        proxy.faults(ProxyFaults.refusing(1, 1, Refusal.DYNAMO_DB.subList(0, 1)));

        HttpResponse<String> refused = post("1");

        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("#ProvisionedThroughputExceededException");
        assertThat(done).isEmpty();
    }

    @Test
    void aboutTheGivenShareIsRefused() throws Exception {
        proxy.faults(ProxyFaults.refusing(0.3, 7, Refusal.S3));

        int refused = 0;
        for (int n = 0; n < 200; n++) {
            refused += post("x").statusCode() == 200 ? 0 : 1;
        }

        assertThat(refused).isBetween(35, 85);
        assertThat(done).hasSize(200 - refused);
    }

    @Test
    void faultsCanBeForSomeRequestsAlone() throws Exception {
        proxy.faults(ProxyFaults.losingEvery(1)
                .onlyFor(request ->
                        request.text().equals("2") && request.target().equals("/path?query")));

        post("1");
        assertThatThrownBy(() -> post("2")).isInstanceOf(IOException.class);

        assertThat(done).containsExactly("1", "2");
    }

    @Test
    void whatIsHeldBackIsDeliveredLaterAndAgain() throws Exception {
        List<Runnable> held = new ArrayList<>();
        proxy.faults(request -> request.text().equals("late") ? new ProxyFault.Hold(held::add) : new ProxyFault.Pass());

        assertThatThrownBy(() -> post("late")).isInstanceOf(IOException.class);
        post("meanwhile");
        held.getFirst().run();
        held.getFirst().run();

        assertThat(done).containsExactly("meanwhile", "late", "late");
    }

    @Test
    void whatPassedCanBeRepeated() throws Exception {
        List<Runnable> again = new ArrayList<>();
        proxy.faults(request -> new ProxyFault.Repeat(again::add));

        assertThat(post("1").body()).isEqualTo("1");
        again.getFirst().run();

        assertThat(done).containsExactly("1", "1");
    }

    private HttpResponse<String> post(String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(proxy.url().resolve("/path?query"))
                .POST(HttpRequest.BodyPublishers.ofString(text))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
