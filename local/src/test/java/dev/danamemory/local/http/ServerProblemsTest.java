package dev.danamemory.local.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.danamemory.functions.http.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerProblemsTest {
    @ParameterizedTest
    @CsvSource({
        "400, 400, bad-request",
        "408, 400, bad-request",
        "411, 400, bad-request",
        "413, 413, too-large",
        "414, 414, too-large",
        "417, 417, bad-request",
        "426, 400, bad-request",
        "431, 431, too-large",
        "500, 500, internal-error",
        "501, 501, bad-request",
        "502, 500, internal-error",
        "503, 503, store-unavailable",
        "505, 505, bad-request"
    })
    void everyStatusOfTheServerIsAProblemOfTheContract(int ofServer, int status, String slug) {
        Problem problem = ServerProblems.of(ofServer);

        assertThat(problem.status()).isEqualTo(status);
        assertThat(problem.slug()).isEqualTo(slug);
        assertThat(problem.detail()).isNotBlank();
    }

    @Test
    void whoMeetsAStopIsToldWhenToComeBack() {
        assertThat(ServerProblems.of(503).headers()).containsEntry("Retry-After", "5");
    }
}
