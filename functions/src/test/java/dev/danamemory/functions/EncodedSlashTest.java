package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Routes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code $default} makes of paths, which API Gateway shows decoded. */
class EncodedSlashTest {
    @ParameterizedTest
    @CsvSource({
        "POST, /conversations/kitchen%2Fclear, 404",
        "DELETE, /conversations%2Fkitchen, 404",
        "GET, /conversations%2Fkitchen, 404",
        "PATCH, %2Fconversations/kitchen, 404",
        "GET, /%63hat, 405",
        "POST, /conversations%2Fkitchen, 405"
    })
    void anEncodedSlashIsNoSeparator(String method, String path, int status, @TempDir Path folder) {
        TestApi api = TestApi.in(folder).withTurn("kitchen", "a", "b");
        Reply before = api.get("/conversations/kitchen").reply();

        Reply reply = api.send(method, path).reply();
        reply.isProblem(status, status == 404 ? "not-found" : "method-not-allowed");
        assertThat(reply.headers().containsKey("Allow")).isEqualTo(status == 405);
        assertThat(api.get("/conversations/kitchen").reply().body()).isEqualTo(before.body());
    }

    @Test
    void aSlashAtTheEndIsStillDispatched(@TempDir Path folder) {
        TestApi api = TestApi.in(folder).withTurn("kitchen", "a", "b");
        api.post("/conversations/kitchen/clear/").reply().hasStatus(200);
        api.delete("/conversations/kitchen/").reply().hasStatus(204);
    }

    @ParameterizedTest
    @CsvSource({
        "POST, /chat, 2 MiB",
        "POST, /chat/, 2 MiB",
        "PUT, /conversations/a, 4 MiB this route",
        "GET, /agents, more than any",
        "POST, /nowhere, more than any"
    })
    void aBodyOverEveryLimitIsToldItsRoutesOwn(String method, String path, String limit) {
        assertThat(Routes.tooLarge(method, path).detail()).contains(limit);
    }
}
