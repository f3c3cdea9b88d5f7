package dev.danamemory.local.http;

import static dev.danamemory.local.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BrowserRulesTest extends FrontTest {
    private RawHttp.Answer askWithHosts(String version, String... hostLines) throws IOException {
        String lines = String.join(
                "", Arrays.stream(hostLines).map(line -> line + "\r\n").toList());
        return RawHttp.ask(
                front.port(), "GET /health " + version + "\r\n" + lines.replace("PORT", "" + front.port()) + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:PORT", "localhost:PORT", "LocalHost:PORT", "[::1]:PORT"})
    void hostsOfOursPass(String host) throws IOException {
        assertThat(askWithHosts("HTTP/1.1", "Host: " + host).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "localhost",
                "[::1]",
                "127.0.0.1:1",
                "localhost:0PORT",
                "localhost:+PORT",
                "localhost: PORT",
                "localhost:PORTx",
                "localhost:99999999999",
                "evil.example:PORT",
                "127.0.0.1.evil.example:PORT",
                "localhost.:PORT",
                "0.0.0.0:PORT",
                "127.0.0.2:PORT",
                "::1:PORT",
                "user@127.0.0.1:PORT",
                ""
            })
    void everyOtherHostIsMisdirected(String host) throws IOException {
        assertProblem(askWithHosts("HTTP/1.1", "Host: " + host), 421, "misdirected");
        assertThat(functions.events()).isEmpty();
    }

    @Test
    void hostMustStandThereOnce() throws IOException {
        assertProblem(askWithHosts("HTTP/1.0"), 421, "misdirected");
        assertProblem(askWithHosts("HTTP/1.1"), 421, "misdirected");
        assertProblem(askWithHosts("HTTP/1.1", "Host: 127.0.0.1:PORT", "Host: 127.0.0.1:PORT"), 421, "misdirected");
        assertProblem(askWithHosts("HTTP/1.1", "Host: 127.0.0.1:PORT", "Host: evil.example"), 421, "misdirected");
        assertThat(functions.events()).isEmpty();
    }

    @Test
    void theTargetsOwnAuthorityCannotGoRoundTheRule() throws IOException {
        RawHttp.Answer answer = ask("GET http://evil.example/health");

        assertThat(answer.status()).isIn(400, 421);
        assertThat(functions.events()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://evil.example",
                "null",
                "https://127.0.0.1:PORT",
                "http://127.0.0.1",
                "http://127.0.0.1:1",
                "http://localhost:PORT.evil.example",
                "http://127.0.0.1:PORT/",
                "127.0.0.1:PORT",
                ""
            })
    void foreignOriginsAreForbidden(String origin) throws IOException {
        assertProblem(ask("GET /health", "Origin: " + origin.replace("PORT", "" + front.port())), 403, "forbidden");
        assertProblem(ask("GET /", "Origin: " + origin.replace("PORT", "" + front.port())), 403, "forbidden");
        assertThat(functions.events()).isEmpty();
    }

    @Test
    void oneForeignOriginAmongOursIsForbidden() throws IOException {
        assertProblem(
                ask("GET /health", "Origin: http://127.0.0.1:" + front.port(), "Origin: http://evil.example"),
                403,
                "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:PORT", "http://localhost:PORT", "http://[::1]:PORT"})
    void ourOwnOriginPassesWithoutAnyCorsHeader(String origin) throws IOException {
        RawHttp.Answer answer = ask("GET /health", "Origin: " + origin.replace("PORT", "" + front.port()));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headerLines()).noneMatch(line -> line.startsWith("Access-Control-"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site", "Cross-Site"})
    void pagesOfOtherSitesMayOpenThePageAndNothingElse(String site) throws IOException {
        assertProblem(ask("GET /health", "Sec-Fetch-Site: " + site), 403, "forbidden");
        assertProblem(ask("POST /", "Sec-Fetch-Site: " + site, "Content-Length: 0"), 403, "forbidden");
        assertProblem(ask("GET //", "Sec-Fetch-Site: " + site), 403, "forbidden");
        assertThat(functions.events()).isEmpty();

        assertThat(ask("GET /", "Sec-Fetch-Site: " + site).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-origin", "none"})
    void ourOwnPageAndTheAddressBarPass(String site) throws IOException {
        assertThat(ask("GET /health", "Sec-Fetch-Site: " + site).status()).isEqualTo(200);
    }

    @Test
    void theHostIsLookedAtFirst() throws IOException {
        RawHttp.Answer answer =
                askWithHosts("HTTP/1.1", "Host: evil.example", "Origin: http://evil.example", "Authorization: Basic x");

        assertProblem(answer, 421, "misdirected");
    }
}
