package dev.danamemory.functions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Route;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What browsers ask before they send a token; API Gateway adds the headers if pages may call. */
class PreflightTest {
    @TempDir
    Path folder;

    private Reply ask(String routeKey) {
        String event = "{\"routeKey\":\"" + routeKey + "\",\"rawPath\":\"/conversations/zebra\","
                + "\"headers\":{\"origin\":\"https://app.example.com\",\"access-control-request-method\":\"GET\"},"
                + "\"requestContext\":{\"http\":{\"method\":\"OPTIONS\",\"path\":\"/conversations/zebra\"}}}";
        return TestApi.in(folder).handle(Route.Function.CONVERSATIONS, event.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void itIsAnsweredWithoutIdentityAndTellsNothing() {
        Reply reply = ask("OPTIONS /{proxy+}").hasStatus(204);
        assertThat(reply.body().isMissingNode()).isTrue();
        assertThat(reply.headers().keySet()).noneMatch(name -> name.startsWith("Access-Control"));
    }

    @Test
    void onlyTheRouteForItIs() {
        ask("$default").isProblem(405, "method-not-allowed");
    }
}
