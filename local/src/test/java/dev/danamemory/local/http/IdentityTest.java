package dev.danamemory.local.http;

import static dev.danamemory.local.http.ProblemAssert.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.PercentCoding;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest extends FrontTest {
    private String userOf(String... headers) throws IOException {
        return ask("GET /conversations/c", headers)
                .json()
                .at("/requestContext/authorizer/jwt/claims/sub")
                .asText();
    }

    @Test
    void whoNamesNobodyIsLocal() throws IOException {
        assertThat(userOf()).isEqualTo("local");
    }

    @Test
    void theNameBehindBearerIsTheUser() throws IOException {
        assertThat(userOf("Authorization: Bearer anna")).isEqualTo("anna");
        assertThat(userOf("authorization: bearer anna")).isEqualTo("anna");
        assertThat(userOf("Authorization: Bearer a+b")).isEqualTo("a+b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"auth0|a/b", "..", "a b", "%", "é", "e\u0301", "\u0000", "Anna", "\uD83D\uDE00 emoji"})
    void everyNameCanBeSentEncoded(String name) throws IOException {
        assertThat(userOf("Authorization: Bearer " + PercentCoding.encode(name)))
                .isEqualTo(name);
    }

    @Test
    void namesOnOneConnectionDifferInCase() throws IOException {
        try (RawHttp connection = new RawHttp(front.port())) {
            for (String name : List.of("Ana", "ana", "ANA", "ana", "Ana")) {
                RawHttp.Answer answer = connection
                        .send(head("GET /conversations/c", "Authorization: Bearer " + name, "X-Mine: " + name))
                        .answer();
                assertThat(answer.json()
                                .at("/requestContext/authorizer/jwt/claims/sub")
                                .asText())
                        .isEqualTo(name);
                assertThat(answer.json().at("/headers/x-mine").asText()).isEqualTo(name);
            }
        }
    }

    @Test
    void namesHaveUpTo256CodePoints() throws IOException {
        String longest = "\uD83D\uDE00".repeat(256);
        assertThat(userOf("Authorization: Bearer " + PercentCoding.encode(longest)))
                .isEqualTo(longest);
        assertProblem(
                ask("GET /conversations/c", "Authorization: Bearer " + PercentCoding.encode(longest + "a")),
                401,
                "unauthorized");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "anna",
                "Basic YTpi",
                "Bearer a b",
                "Bearer\tanna",
                "Bearer %",
                "Bearer %4",
                "Bearer %zz",
                "Bearer %FF",
                "Bearer %ED%A0%80",
                "Bearer \u00e9",
                "Bearer anna, Bearer ben"
            })
    void anyOtherFormIsNobody(String authorization) throws IOException {
        RawHttp.Answer answer = ask("GET /conversations/c", "Authorization: " + authorization);

        assertProblem(answer, 401, "unauthorized");
        assertThat(answer.header("WWW-Authenticate")).hasValue("Bearer");
        assertThat(functions.events()).isEmpty();
    }

    @Test
    void twoHeadersAreNobody() throws IOException {
        assertProblem(
                ask("GET /conversations/c", "Authorization: Bearer anna", "Authorization: Bearer anna"),
                401,
                "unauthorized");
    }

    @Test
    void healthNeedsNoIdentity() throws IOException {
        RawHttp.Answer answer = ask("GET /health", "Authorization: Basic YTpi");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(functions.lastEvent().at("/requestContext").has("authorizer"))
                .isFalse();
    }

    @Test
    void theRuleHoldsWithoutAServerToo() {
        assertThat(Identity.of(List.of())).hasValue(Identity.NOBODY_NAMED);
        assertThat(Identity.of(List.of("Bearer a\u0000"))).isEmpty();
    }
}
