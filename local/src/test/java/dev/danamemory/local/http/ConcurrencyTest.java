package dev.danamemory.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConcurrencyTest extends FrontTest {
    private static final int CLIENTS = 16;
    private static final int REQUESTS = 25;

    private List<String> talk(int client, CyclicBarrier start) throws Exception {
        List<String> requestIds = new ArrayList<>();
        try (RawHttp connection = new RawHttp(front.port())) {
            start.await();
            for (int i = 0; i < REQUESTS; i++) {
                String path = "/conversations/c" + client + "-" + i;
                JsonNode event = connection
                        .send(head("GET " + path, "Authorization: Bearer user" + client))
                        .answer()
                        .json();
                assertThat(event.path("rawPath").asText()).isEqualTo(path);
                assertThat(event.at("/requestContext/authorizer/jwt/claims/sub").asText())
                        .isEqualTo("user" + client);
                requestIds.add(event.at("/requestContext/requestId").asText());
            }
        }
        return requestIds;
    }

    @Test
    void everyClientGetsItsOwnAnswers() throws Exception {
        CyclicBarrier start = new CyclicBarrier(CLIENTS);
        Set<String> requestIds = new HashSet<>();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<List<String>>> talks = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                int number = client;
                talks.add(clients.submit(() -> talk(number, start)));
            }
            for (Future<List<String>> talk : talks) {
                requestIds.addAll(talk.get());
            }
        }
        assertThat(requestIds).hasSize(CLIENTS * REQUESTS);
    }
}
