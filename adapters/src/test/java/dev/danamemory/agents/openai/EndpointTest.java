package dev.danamemory.agents.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.danamemory.chat.AgentException;
import dev.danamemory.model.InvalidInputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where agents may be sent. */
class EndpointTest {
    private static final String NOT_LINK_LOCAL = "endpoint: must not be a link-local address";

    private static Resolver resolving(String... literals) {
        return host -> Arrays.stream(literals).map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
    }

    private static void refuses(String url, String problem) {
        assertThatThrownBy(() -> Endpoint.of(url))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageStartingWith(problem);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://api.openai.com/v1        | https://api.openai.com/v1/chat/completions
            https://api.openai.com/v1/       | https://api.openai.com/v1/chat/completions
            https://api.openai.com           | https://api.openai.com/chat/completions
            HTTPS://10.0.0.7:8443/v1         | HTTPS://10.0.0.7:8443/v1/chat/completions
            https://[2001:db8::1]/a/v1       | https://[2001:db8::1]/a/v1/chat/completions
            http://127.0.0.1:11434/v1        | http://127.0.0.1:11434/v1/chat/completions
            http://127.9.9.9/v1              | http://127.9.9.9/v1/chat/completions
            http://[::1]:65535/v1            | http://[::1]:65535/v1/chat/completions
            http://LocalHost:1/v1            | http://LocalHost:1/v1/chat/completions
            """)
    void allowed(String url, String chatCompletions) {
        assertThat(Endpoint.of(url).chatCompletions()).hasToString(chatCompletions);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://169.254.169.254/v1",
                "https://169.254.170.2/v1",
                "https://[fe80::1]/v1",
                "https://[fe80::1%25eth0]/v1",
                "https://[fe80::1%eth0]/v1",
                "https://[::ffff:169.254.169.254]/v1",
                "https://[64:ff9b::a9fe:a9fe]/v1",
                "https://[fd00:ec2::254]/v1"
            })
    void linkLocalLiterals(String url) {
        refuses(url, NOT_LINK_LOCAL);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.openai.com/v1",
                "http://10.0.0.7/v1",
                "http://0.0.0.0:11434/v1",
                "http://169.254.169.254/v1",
                "http://[fe80::1]/v1",
                "http://[2001:db8::1]/v1",
                "http://localhost.example.com/v1",
                "http://127.0.0.1.nip.io/v1"
            })
    void plainHttpGoesToLoopbackOnly(String url) {
        refuses(url, "endpoint: must be https, or http to loopback");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "api.openai.com/v1",
                "/v1",
                "ftp://127.0.0.1/v1",
                "file:///etc/passwd",
                "https:///v1",
                "https:v1",
                "https://a b/v1",
                "https://2852039166/v1",
                "https://0xa9fea9fe/v1",
                "https://169.254.43518/v1",
                "https://127.1/v1",
                "https://0x7f.0.0.1/v1",
                "https://999.1.1.1/v1",
                "https://169.254.169.254./v1",
                "https://example.com:99999999999/v1",
                "http://127.0.0.1:0/v1",
                "http://127.0.0.1:65536/v1"
            })
    void notAUrlOfTheWeb(String url) {
        refuses(url, "endpoint: must be a URL, as in https://api.example.com/v1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://ann:pw@a.example/v1",
                "https://@a.example/v1",
                "https://a.example/v1?key=x",
                "https://a.example/v1#x"
            })
    void nothingBesideAPlace(String url) {
        refuses(url, "endpoint: must have no user, query or fragment");
    }

    @Test
    void theBaseAndNotTheWholePath() {
        refuses("https://a.example/v1/chat/completions/", "endpoint: must be the base URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "fe80::1", "::ffff:169.254.169.254"})
    void aNameThatStandsForLinkLocal(String literal) throws IOException {
        Endpoint endpoint = Endpoint.of("https://models.example/v1");

        assertThat(endpoint.isAllowed(resolving(literal))).isFalse();
        assertThat(endpoint.isAllowed(resolving("8.8.8.8", literal))).isFalse();
        assertThat(endpoint.isAllowed(resolving("8.8.8.8", "127.0.0.1"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"169.254.169.254", "10.0.0.7", "8.8.8.8", "0.0.0.0"})
    void localhostThatStandsForSomethingElse(String literal) throws IOException {
        Endpoint endpoint = Endpoint.of("http://localhost/v1");

        assertThat(endpoint.isAllowed(resolving(literal))).isFalse();
        assertThat(endpoint.isAllowed(resolving("127.0.0.1", literal))).isFalse();
        assertThat(endpoint.isAllowed(resolving("127.0.0.1", "::1"))).isTrue();
    }

    @Test
    void nobodyIsAskedWhereTheNameIsNotAllowed() throws IOException {
        try (FakeProvider provider = new FakeProvider().says("You should not be here.")) {
            AgentException failure = Asking.at("http://localhost:" + provider.port() + "/v1")
                    .with(resolving("169.254.169.254"))
                    .failure();

            assertThat(failure).hasMessage("the agent's endpoint leads to an address that is not allowed");
            assertThat(failure.kind()).isEqualTo(AgentException.Kind.FAILED);
            assertThat(provider.received()).isEmpty();
        }
    }

    @Test
    void aNameIsLookedUpBeforeEveryCall() throws IOException {
        AtomicInteger lookUps = new AtomicInteger();
        Resolver rebinding = host -> resolving(lookUps.incrementAndGet() == 1 ? "127.0.0.1" : "169.254.169.254")
                .resolve(host);
        try (FakeProvider provider = new FakeProvider().says("Tom.").says("You should not be here.")) {
            Asking asking =
                    Asking.at("http://localhost:" + provider.port() + "/v1").with(rebinding);

            assertThat(asking.reply().response()).isEqualTo("Tom.");
            assertThat(asking.failure()).hasMessageContaining("not allowed");
            assertThat(provider.received()).hasSize(1);
        }
    }

    @Test
    void aNameThatStandsForNothing() {
        Resolver nothing = host -> {
            throw new UnknownHostException(host);
        };

        assertThat(Asking.at("https://models.example/v1").with(nothing).failure())
                .hasMessage("the host of the agent's endpoint is not known")
                .hasNoCause();
    }
}
