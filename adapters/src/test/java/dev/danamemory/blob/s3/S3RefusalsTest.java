package dev.danamemory.blob.s3;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.danamemory.blob.BlobUnavailableException;
import dev.danamemory.blob.Blobs;
import dev.danamemory.blob.Condition;
import dev.danamemory.servers.FaultyProxy;
import dev.danamemory.servers.ProxyFault;
import dev.danamemory.servers.ProxyFaults;
import dev.danamemory.servers.Refusal;
import dev.danamemory.store.Deadline;
import dev.danamemory.store.StoreUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.s3.S3Client;

/** What a failure of S3 means, and what is said of it. */
class S3RefusalsTest {
    private static final String KEY = "conversations/alice/secret-plans.json";

    private final TestS3 s3 = TestS3.shared();
    private final FaultyProxy proxy = FaultyProxy.before(s3.endpoint());
    private final S3Client client = s3.at(proxy.url()).client();
    private final Blobs blobs = new S3Blobs(client, s3.bucket());

    @AfterEach
    void stop() {
        client.close();
        proxy.close();
    }

    @Test
    void aMissingPermissionIsNamed() {
        refuse(Refusal.s3(403, "AccessDenied", "User is not authorized to perform: s3:GetObject on " + KEY));

        assertThat(refusal(() -> blobs.get(KEY))).contains("403 AccessDenied", "s3:GetObject", "s3:ListBucket");
        assertThat(refusal(() -> blobs.list("list/alice/", "", 10))).contains("s3:ListBucket");
        assertThat(refusal(() -> blobs.put(KEY, new byte[1], new Condition.Absent())))
                .contains("s3:PutObject");
        assertThat(refusal(() -> blobs.delete(KEY, "\"1\""))).contains("s3:DeleteObject");
        assertThat(refusal(() -> blobs.remove(KEY))).contains("s3:DeleteObject");
    }

    @ParameterizedTest
    @CsvSource({
        "404, NoSuchBucket, MEMORY_BUCKET",
        "403, InvalidAccessKeyId, the credentials are not valid",
        "403, SignatureDoesNotMatch, the credentials are not valid",
        "400, ExpiredToken, the credentials are not valid",
        "301, PermanentRedirect, AWS_REGION",
        "400, AuthorizationHeaderMalformed, AWS_REGION",
        "400, InvalidArgument, it does not take the request",
    })
    void whatSomebodyHasToChangeIsSaid(int status, String code, String advice) {
        refuse(Refusal.s3(status, code, "No."));

        assertThat(refusal(() -> blobs.get(KEY))).contains(code, advice);
        assertThat(refusal(() -> blobs.put(KEY, new byte[1], new Condition.Match("\"1\""))))
                .contains(code, advice);
    }

    @ParameterizedTest
    @CsvSource({
        "500, InternalError",
        "503, SlowDown",
        "503, ServiceUnavailable",
        "400, RequestTimeout",
        "409, OperationAborted",
    })
    void whatMayPassByIsTriedAgain(int status, String code) {
        refuse(Refusal.s3(status, code, "Not now: " + KEY));

        assertThatThrownBy(() -> blobs.get(KEY))
                .isInstanceOf(BlobUnavailableException.class)
                .hasMessageContaining(code)
                .hasMessageNotContaining("secret");
        assertThat(proxy.requests()).as("requests, with those of the SDK").isPositive();
    }

    @Test
    void aLostAnswerIsNoAnswer() {
        proxy.faults(ProxyFaults.losingEvery(1));

        assertThatThrownBy(() -> blobs.put(KEY, new byte[1], new Condition.Absent()))
                .isInstanceOf(BlobUnavailableException.class)
                .hasMessageContaining("S3 did not write");
        assertThat(proxy.requests()).as("tried by the SDK").isEqualTo(3);
    }

    @Test
    void aStoreThatIsGoneGivesNoAnswer() {
        proxy.close();

        assertThatThrownBy(() -> blobs.get(KEY))
                .isInstanceOf(BlobUnavailableException.class)
                .hasMessageContaining("ConnectException")
                .hasMessageNotContaining("secret");
    }

    @Test
    void aStoreThatSaysNothingIsGivenUpAtTheDeadline() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                S3Client unheard = s3.at(URI.create("http://127.0.0.1:" + mute.getLocalPort()))
                        .client()) {
            Deadline deadline = Deadline.in(Duration.ofMillis(300));
            Blobs hasty = new S3Blobs(unheard, s3.bucket()).within(deadline);

            assertThatThrownBy(() -> hasty.get(KEY))
                    .isInstanceOf(BlobUnavailableException.class)
                    .hasMessageContaining("Timeout");
            // a read alone would wait for 4 s
            assertThat(deadline.left()).isGreaterThan(Duration.ofSeconds(-3));
            assertThatThrownBy(() -> hasty.get(KEY)).hasMessage("no time is left to ask S3");
        }
    }

    private void refuse(Refusal refusal) {
        proxy.faults(request -> new ProxyFault.Refuse(refusal));
    }

    private static String refusal(Runnable request) {
        StoreUnavailableException refused = catchThrowableOfType(StoreUnavailableException.class, request::run);
        assertThat(refused).hasNoCause();
        assertThat(refused.getMessage()).doesNotContain("alice", "secret");
        return refused.getMessage();
    }
}
